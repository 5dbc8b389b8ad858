package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import app.chancery.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the executives' decision on the diplomatic package. */
@Component
class RecordPackageDecisionDelegate implements JavaDelegate {

  private final PackageDesign design;

  RecordPackageDecisionDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput form = FormInput.of(execution);
    boolean approved = form.yesOrNo("packageDecision");
    String reason = form.text("packageReason");
    form.accept();
    design.decidePackage(execution.getProcessBusinessKey(), approved, reason);
    DesignEngagementPackageModel.PACKAGE_APPROVED.set(execution, approved);
  }
}
