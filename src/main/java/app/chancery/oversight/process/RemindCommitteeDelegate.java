package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the committee of a review that it has to decide. */
@Component
class RemindCommitteeDelegate implements JavaDelegate {

  private final Committee committee;

  RemindCommitteeDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.remind(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
