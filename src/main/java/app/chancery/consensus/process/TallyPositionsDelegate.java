package app.chancery.consensus.process;

import app.chancery.consensus.Council;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds, at the deadline, whether the proposal is adopted. */
@Component
class TallyPositionsDelegate implements JavaDelegate {

  private final Council council;

  TallyPositionsDelegate(Council council) {
    this.council = council;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SecureAllianceConsensusModel.PROPOSAL_ADOPTED.set(
        execution, council.tallyAtDeadline(execution.getProcessBusinessKey()));
  }
}
