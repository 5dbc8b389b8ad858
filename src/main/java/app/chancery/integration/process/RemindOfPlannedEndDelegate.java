package app.chancery.integration.process;

import app.chancery.integration.Integration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who work on the phase that its planned end has come. */
@Component
class RemindOfPlannedEndDelegate implements JavaDelegate {

  private final Integration integration;

  RemindOfPlannedEndDelegate(Integration integration) {
    this.integration = integration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    integration.remindOfPlannedEnd(
        execution.getProcessBusinessKey(), ConductPhaseModel.PHASE_ID.from(execution));
  }
}
