package app.chancery.consensus.process;

import app.chancery.consensus.Endorsement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The council has adopted the proposal. */
@Component
class EndorsePackageDelegate implements JavaDelegate {

  private final Endorsement endorsement;

  EndorsePackageDelegate(Endorsement endorsement) {
    this.endorsement = endorsement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    SecureAllianceConsensusModel.COUNCIL_OUTCOME.set(
        execution, endorsement.endorse(execution.getProcessBusinessKey()).word());
  }
}
