package app.chancery.consensus.process;

import app.chancery.consensus.Secretariat;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the secretariat of what is late. */
@Component
class RemindSecretariatDelegate implements JavaDelegate {

  private final Secretariat secretariat;

  RemindSecretariatDelegate(Secretariat secretariat) {
    this.secretariat = secretariat;
  }

  @Override
  public void execute(DelegateExecution execution) {
    secretariat.remind(
        execution.getProcessBusinessKey(), SecureAllianceConsensusModel.AWAITED.from(execution));
  }
}
