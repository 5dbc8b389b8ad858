package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An objection has ended the round: tells everyone. */
@Component
class BreakSilenceDelegate implements JavaDelegate {

  private final Consultations consultations;

  BreakSilenceDelegate(Consultations consultations) {
    this.consultations = consultations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SecureAllianceConsensusModel.ROUNDS_LEFT.set(
        execution, consultations.breakSilence(execution.getProcessBusinessKey()));
  }
}
