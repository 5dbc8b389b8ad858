package app.chancery.integration.process;

import app.chancery.integration.Integration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the open phase and tells all Allies. */
@Component
class ClosePhaseDelegate implements JavaDelegate {

  private final Integration integration;

  ClosePhaseDelegate(Integration integration) {
    this.integration = integration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    integration.closePhase(
        execution.getProcessBusinessKey(), IntegrateIncrementallyModel.PHASE_ID.from(execution));
  }
}
