package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the tier on the programme's record and tells all Allies. */
@Component
class SettleTierDelegate implements JavaDelegate {

  private final PackageDesign design;

  SettleTierDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    design.settleTier(execution.getProcessBusinessKey());
  }
}
