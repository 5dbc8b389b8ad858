package app.chancery.integration.process;

import app.chancery.integration.Integration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets up phases, milestones and assurances from the endorsed package. */
@Component
class PrepareIntegrationDelegate implements JavaDelegate {

  private final Integration integration;

  PrepareIntegrationDelegate(Integration integration) {
    this.integration = integration;
  }

  @Override
  public void execute(DelegateExecution execution) {
    integration.prepare(execution.getProcessBusinessKey());
  }
}
