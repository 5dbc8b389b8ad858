package app.chancery.consensus.process;

import app.chancery.consensus.Endorsement;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Issues the document of the endorsement. */
@Component
class IssueEndorsementDelegate implements JavaDelegate {

  private final Endorsement endorsement;

  IssueEndorsementDelegate(Endorsement endorsement) {
    this.endorsement = endorsement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    endorsement.issue(execution.getProcessBusinessKey());
  }
}
