package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stops the work on the programme; its reviews go on. */
@Component
class SuspendProgrammeDelegate implements JavaDelegate {

  private final Committee committee;

  SuspendProgrammeDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.suspend(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
