package app.chancery.consensus.process;

import app.chancery.consensus.Secretariat;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the newest package on the council's table. */
@Component
class PrepareProposalDelegate implements JavaDelegate {

  private final Secretariat secretariat;

  PrepareProposalDelegate(Secretariat secretariat) {
    this.secretariat = secretariat;
  }

  @Override
  public void execute(DelegateExecution execution) {
    secretariat.prepare(execution.getProcessBusinessKey());
  }
}
