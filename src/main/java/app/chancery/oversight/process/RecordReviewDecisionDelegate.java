package app.chancery.oversight.process;

import app.chancery.engine.FormInput;
import app.chancery.oversight.Committee;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.oversight.WorkInHand;
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
    WorkInHand work = input.optionalChoice("workInHand", WorkInHand.class).orElse(WorkInHand.HELD);
    input.accept();
    committee.decide(HoldReviewModel.REVIEW_ID.from(execution), decision, reasons, changes, work);
    HoldReviewModel.BACK_TO_DESIGN.set(execution, decision.movesTier() && work == WorkInHand.HELD);
    HoldReviewModel.REVIEW_OUTCOME.set(execution, decision.word());
  }
}
