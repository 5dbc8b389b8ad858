package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes tasks and timers of the work live again. */
@Component
class RestartWorkDelegate implements JavaDelegate {

  private final Committee committee;

  RestartWorkDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.restartWork(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
