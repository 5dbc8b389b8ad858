package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the executives that a decision is overdue. */
@Component
class EscalateReviewDelegate implements JavaDelegate {

  private final Committee committee;

  EscalateReviewDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.escalate(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
