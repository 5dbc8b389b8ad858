package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the executives' decision on going beyond the alliance's capacity. */
@Component
class RecordOverstretchDecisionDelegate implements JavaDelegate {

  private final PackageDesign design;

  RecordOverstretchDecisionDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    boolean approved = form.yesOrNo("overstretchDecision");
    String reason = form.text("overstretchReason");
    form.accept();
    design.decideOverstretch(execution.getProcessBusinessKey(), approved, reason);
    DesignEngagementPackageModel.OVERSTRETCH_AUTHORISED.set(execution, approved);
  }
}
