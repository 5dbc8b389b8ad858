package app.chancery.oversight.process;

import app.chancery.oversight.Committee;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.oversight.OversightReport;
import app.chancery.oversight.ProgressAssessment;
import app.chancery.oversight.Reviews;
import app.chancery.oversight.WorkInHand;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.engine.LateTasks;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code hold-review.bpmn} has done by the office, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class HoldReviewTasks {

  /** A review whose process is cancelled before the committee decided is withdrawn. */
  @Bean
  ExecutionListener withdrawReviewListener(Reviews reviews) {
    return execution -> reviews.withdraw(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Prepares the pack of the review. */
  @Bean
  JavaDelegate assessProgressDelegate(ProgressAssessment assessment) {
    return execution -> assessment.assess(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Reminds the committee of a review that it has to decide. */
  @Bean
  JavaDelegate remindCommitteeDelegate(Committee committee) {
    return execution ->
        committee.remind(HoldReviewModel.REVIEW_ID.from(execution), LateTasks.before(execution));
  }

  /** Tells the executives that a decision is overdue. */
  @Bean
  JavaDelegate escalateReviewDelegate(Committee committee) {
    return execution ->
        committee.escalate(HoldReviewModel.REVIEW_ID.from(execution), LateTasks.before(execution));
  }

  /** Takes down what the committee decided, or refuses it. */
  @Bean
  JavaDelegate recordReviewDecisionDelegate(Committee committee) {
    return execution -> {
      FormInput input = FormInput.of(execution);
      CommitteeDecision decision = input.choice("decision", CommitteeDecision.class);
      input.confirmed();
      String reasons = input.text("reasons");
      List<String> changes = input.lines("milestoneChanges");
      WorkInHand work =
          input.optionalChoice("workInHand", WorkInHand.class).orElse(WorkInHand.HELD);
      input.accept();
      committee.decide(HoldReviewModel.REVIEW_ID.from(execution), decision, reasons, changes, work);
      HoldReviewModel.BACK_TO_DESIGN.set(
          execution, decision.movesTier() && work == WorkInHand.HELD);
      HoldReviewModel.REVIEW_OUTCOME.set(execution, decision.code());
    };
  }

  /** Stops the work on the programme; its reviews go on. */
  @Bean
  JavaDelegate suspendProgrammeDelegate(Committee committee) {
    return execution -> committee.suspend(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Changes the milestones as the committee decided. */
  @Bean
  JavaDelegate adjustMilestonesDelegate(Committee committee) {
    return execution -> committee.adjustMilestones(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Resumes the programme, with later dates. */
  @Bean
  JavaDelegate resumeProgrammeDelegate(Committee committee) {
    return execution -> committee.resume(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Makes tasks and timers of the work live again. */
  @Bean
  JavaDelegate restartWorkDelegate(Committee committee) {
    return execution -> committee.restartWork(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Gives the next design the tier that the committee decided on. */
  @Bean
  JavaDelegate mandateTierDelegate(Committee committee) {
    return execution -> committee.mandateTier(HoldReviewModel.REVIEW_ID.from(execution));
  }

  /** Issues the report of the review. */
  @Bean
  JavaDelegate issueOversightReportDelegate(OversightReport report) {
    return execution -> report.issue(HoldReviewModel.REVIEW_ID.from(execution));
  }
}
