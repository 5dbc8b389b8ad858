package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Resumes the programme, with later dates. */
@Component
class ResumeProgrammeDelegate implements JavaDelegate {

  private final Committee committee;

  ResumeProgrammeDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    committee.resume(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
