package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the executives' decision on a tier above the proposed one. */
@Component
class RecordRaiseDecisionDelegate implements JavaDelegate {

  private final PackageDesign design;

  RecordRaiseDecisionDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    boolean approved = form.yesOrNo("raiseDecision");
    String reason = form.text("raiseReason");
    form.accept();
    design.decideRaise(execution.getProcessBusinessKey(), approved, reason);
    DesignEngagementPackageModel.RAISE_APPROVED.set(execution, approved);
  }
}
