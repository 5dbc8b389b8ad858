package app.chancery.consensus.process;

import app.chancery.consensus.Secretariat;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the delegations that have not answered, before the deadline. */
@Component
class RemindSilentDelegate implements JavaDelegate {

  private final Secretariat secretariat;

  RemindSilentDelegate(Secretariat secretariat) {
    this.secretariat = secretariat;
  }

  @Override
  public void execute(DelegateExecution execution) {
    secretariat.remindSilent(execution.getProcessBusinessKey());
  }
}
