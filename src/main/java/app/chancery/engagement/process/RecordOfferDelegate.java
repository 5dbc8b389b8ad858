package app.chancery.engagement.process;

import app.chancery.engagement.Offer;
import app.chancery.engagement.PackageDesign;
import app.chancery.engine.FormInput;
import app.chancery.programme.Tier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the planner's offer from the form. */
@Component
class RecordOfferDelegate implements JavaDelegate {

  private final PackageDesign design;

  RecordOfferDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    Offer offer =
        new Offer(
            form.choice("tier", Tier.class),
            form.optionalText("tierReason").orElse(""),
            form.lines("securityAssurances"),
            form.lines("economicCooperation"),
            form.lines("jointTraining"),
            form.lines("milestones"),
            form.text("justification"));
    form.accept();
    DesignEngagementPackageModel.TIER_RAISED.set(
        execution, design.recordOffer(execution.getProcessBusinessKey(), offer));
  }
}
