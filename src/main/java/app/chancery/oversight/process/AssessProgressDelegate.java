package app.chancery.oversight.process;

import app.chancery.oversight.ProgressAssessment;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prepares the pack of the review. */
@Component
class AssessProgressDelegate implements JavaDelegate {

  private final ProgressAssessment assessment;

  AssessProgressDelegate(ProgressAssessment assessment) {
    this.assessment = assessment;
  }

  @Override
  public void execute(DelegateExecution execution) {
    assessment.assess(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
