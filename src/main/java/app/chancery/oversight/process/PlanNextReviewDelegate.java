package app.chancery.oversight.process;

import app.chancery.oversight.Reviews;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the date that the process waits for. */
@Component
class PlanNextReviewDelegate implements JavaDelegate {

  private final Reviews reviews;

  PlanNextReviewDelegate(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Instant due = reviews.planNext(execution.getProcessBusinessKey()).toInstant();
    MonitorAndAdjustModel.NEXT_REVIEW_AT.set(execution, Date.from(due));
  }
}
