package app.chancery.integration.process;

import app.chancery.integration.Integration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how integration ended. */
@Component
class ConcludeIntegrationDelegate implements JavaDelegate {

  private final Integration integration;

  ConcludeIntegrationDelegate(Integration integration) {
    this.integration = integration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    IntegrateIncrementallyModel.INTEGRATION_OUTCOME.set(
        execution, integration.conclude(execution.getProcessBusinessKey()));
  }
}
