package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A review whose process is cancelled before the committee decided is withdrawn. */
@Component
class WithdrawReviewListener implements ExecutionListener {

  private final Reviews reviews;

  WithdrawReviewListener(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void notify(DelegateExecution execution) {
    reviews.withdraw(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
