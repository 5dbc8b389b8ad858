package app.chancery.integration.process;

import app.chancery.integration.AccessionSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The candidate is an Ally. */
@Component
class AdmitCandidateDelegate implements JavaDelegate {

  private final AccessionSteps accession;

  AdmitCandidateDelegate(AccessionSteps accession) {
    this.accession = accession;
  }

  @Override
  public void execute(DelegateExecution execution) {
    accession.admit(execution.getProcessBusinessKey());
  }
}
