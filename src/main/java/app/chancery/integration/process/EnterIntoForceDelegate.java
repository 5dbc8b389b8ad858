package app.chancery.integration.process;

import app.chancery.integration.AccessionSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The protocol is in force from the day of the last deposit. */
@Component
class EnterIntoForceDelegate implements JavaDelegate {

  private final AccessionSteps accession;

  EnterIntoForceDelegate(AccessionSteps accession) {
    this.accession = accession;
  }

  @Override
  public void execute(DelegateExecution execution) {
    accession.enterIntoForce(execution.getProcessBusinessKey());
  }
}
