package app.chancery.integration.process;

import app.chancery.integration.Ratifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has every Party of this moment deposited? */
@Component
class CheckRatificationDelegate implements JavaDelegate {

  private final Ratifications ratifications;

  CheckRatificationDelegate(Ratifications ratifications) {
    this.ratifications = ratifications;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CollectRatificationsModel.RATIFICATION_COMPLETE.set(
        execution, ratifications.isComplete(execution.getProcessBusinessKey()));
  }
}
