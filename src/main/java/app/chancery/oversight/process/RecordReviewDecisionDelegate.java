package app.chancery.oversight.process;

import app.chancery.engine.FormInput;
import app.chancery.oversight.Committee;
import app.chancery.oversight.CommitteeDecision;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes down what the committee decided, or refuses it. */
@Component
class RecordReviewDecisionDelegate implements JavaDelegate {

  private final Committee committee;

  RecordReviewDecisionDelegate(Committee committee) {
    this.committee = committee;
  }

  @Override
  public void execute(DelegateExecution execution) {
    FormInput input = FormInput.of(execution);
    CommitteeDecision decision = input.choice("decision", CommitteeDecision.class);
    String reasons = input.text("reasons");
    List<String> changes = input.lines("milestoneChanges");
    input.accept();
    committee.decide(HoldReviewModel.REVIEW_ID.from(execution), decision, reasons, changes);
    HoldReviewModel.REVIEW_OUTCOME.set(execution, decision.word());
  }
}
