package app.chancery.engagement.process;

import app.chancery.engagement.PackageDesign;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks the cost of the package against the alliance's capacity. */
@Component
class CheckCapacityDelegate implements JavaDelegate {

  private final PackageDesign design;

  CheckCapacityDelegate(PackageDesign design) {
    this.design = design;
  }

  @Override
  public void execute(DelegateExecution execution) {
    DesignEngagementPackageModel.WITHIN_CAPACITY.set(
        execution, design.isWithinCapacity(execution.getProcessBusinessKey()));
  }
}
