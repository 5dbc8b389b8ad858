package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Changes the milestones as the committee decided. */
@Component
class AdjustMilestonesDelegate implements JavaDelegate {

  private final Committee committee;

  AdjustMilestonesDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.adjustMilestones(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
