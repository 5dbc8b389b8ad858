package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the quarterly review that is due, and records those that were missed. */
@Component
class OpenReviewDelegate implements JavaDelegate {

  private final Reviews reviews;

  OpenReviewDelegate(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    MonitorAndAdjustModel.REVIEW_ID.set(
        execution, reviews.openDue(execution.getProcessBusinessKey()));
  }
}
