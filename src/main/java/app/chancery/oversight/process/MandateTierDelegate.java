package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the next design the tier that the committee decided on. */
@Component
class MandateTierDelegate implements JavaDelegate {

  private final Committee committee;

  MandateTierDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.mandateTier(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
