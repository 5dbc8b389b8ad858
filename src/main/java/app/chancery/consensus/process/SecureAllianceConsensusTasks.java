package app.chancery.consensus.process;

import app.chancery.consensus.Consultations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Course;
import app.chancery.consensus.Endorsement;
import app.chancery.consensus.FallBack;
import app.chancery.consensus.FollowUp;
import app.chancery.consensus.Objections;
import app.chancery.consensus.Round;
import app.chancery.consensus.Secretariat;
import app.chancery.consensus.SilenceEnd;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.engine.FormInput;
import app.chancery.platform.engine.LateTasks;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code secure-alliance-consensus.bpmn} has done by the office, in the order of the diagram.
 */
@Configuration(proxyBeanMethods = false)
class SecureAllianceConsensusTasks {

  /** Puts the newest package on the council's table. */
  @Bean
  JavaDelegate prepareProposalDelegate(Secretariat secretariat) {
    return execution -> secretariat.prepare(execution.getProcessBusinessKey());
  }

  /** Circulates the proposal with the deadline that the secretariat has chosen. */
  @Bean
  JavaDelegate recordCirculationDelegate(Secretariat secretariat) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      LocalDate day = form.date("silenceDate");
      String time = form.text("silenceTime");
      String zone = form.text("silenceZone");
      Optional<Boolean> confirmed = form.tick("silenceConfirmed");
      form.accept();
      SilenceEnd end = SilenceEnd.of(day, time, zone);
      secretariat.refuseUnconfirmed(end, confirmed);
      Round round = secretariat.circulate(execution.getProcessBusinessKey(), end);
      waitForSilence(execution, round.silenceEnds(), secretariat.remindAt(round));
      giveTasksTo(execution, round);
    };
  }

  /** Notes what the secretariat does with the round. */
  @Bean
  JavaDelegate recordFollowUpDelegate() {
    return execution -> {
      FormInput form = FormInput.of(execution);
      FollowUp followUp = form.optionalChoice("followUp", FollowUp.class).orElse(FollowUp.EXTEND);
      form.confirmed();
      form.accept();
      SecureAllianceConsensusModel.SILENCE_GOES_ON.set(execution, followUp.silenceGoesOn());
    };
  }

  /** Extends the deadline of the open round. */
  @Bean
  JavaDelegate recordExtensionDelegate(Secretariat secretariat) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      LocalDate day = form.date("silenceDate");
      String time = form.text("silenceTime");
      String zone = form.text("silenceZone");
      String reason = form.text("extensionReason");
      Optional<Boolean> confirmed = form.tick("silenceConfirmed");
      form.accept();
      SilenceEnd end = SilenceEnd.of(day, time, zone);
      secretariat.refuseUnconfirmed(end, confirmed);
      Round round = secretariat.extend(execution.getProcessBusinessKey(), end, reason);
      waitForSilence(execution, round.silenceEnds(), secretariat.remindAt(round));
    };
  }

  /** Takes the proposal back while silence runs. */
  @Bean
  JavaDelegate withdrawProposalDelegate(Secretariat secretariat) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      String reason = form.text("withdrawalReason");
      form.accept();
      secretariat.withdraw(execution.getProcessBusinessKey(), reason);
    };
  }

  /** Reminds the delegations that have not answered, before the deadline. */
  @Bean
  JavaDelegate remindSilentDelegate(Secretariat secretariat) {
    return execution -> secretariat.remindSilent(execution.getProcessBusinessKey());
  }

  /** Finds, at the deadline, whether the proposal is adopted. */
  @Bean
  JavaDelegate tallyPositionsDelegate(Council council) {
    return execution ->
        SecureAllianceConsensusModel.PROPOSAL_ADOPTED.set(
            execution, council.tallyAtDeadline(execution.getProcessBusinessKey()));
  }

  /** The council has adopted the proposal. */
  @Bean
  JavaDelegate endorsePackageDelegate(Endorsement endorsement) {
    return execution ->
        SecureAllianceConsensusModel.COUNCIL_OUTCOME.set(
            execution, endorsement.endorse(execution.getProcessBusinessKey()).code());
  }

  /** Issues the document of the endorsement. */
  @Bean
  JavaDelegate issueEndorsementDelegate(Endorsement endorsement) {
    return execution -> endorsement.issue(execution.getProcessBusinessKey());
  }

  /** An objection has ended the round: tells everyone. */
  @Bean
  JavaDelegate breakSilenceDelegate(Consultations consultations, Council council) {
    return execution -> {
      String programme = execution.getProcessBusinessKey();
      SecureAllianceConsensusModel.ROUNDS_LEFT.set(
          execution, consultations.breakSilence(programme));
      giveTasksTo(execution, council.newestRound(programme).orElseThrow());
    };
  }

  /** Tells the executives that a consultation takes long. */
  @Bean
  JavaDelegate escalateConsultationDelegate(Consultations consultations) {
    return execution -> consultations.escalate(LateTasks.before(execution));
  }

  /** Records what the consultation came to. */
  @Bean
  JavaDelegate recordConsultationDelegate(Objections objections) {
    return execution -> {
      String programme = execution.getProcessBusinessKey();
      FormInput form = FormInput.of(execution);
      Course course = form.choice("consultationCourse", Course.class);
      form.confirmed();
      List<String> withdrawnBy = named(form.optionalText("withdrawnBy").orElse(""));
      String account = form.text("consultationAccount");
      form.accept();
      objections.conclude(programme, course, withdrawnBy, isJoinedByTasks(execution), account);
      SecureAllianceConsensusModel.COURSE.set(execution, course.code());
    };
  }

  /** A proposal on hold is taken up again. */
  @Bean
  JavaDelegate recordTakingUpDelegate(Consultations consultations) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      String reason = form.text("takeUpReason");
      form.accept();
      consultations.takeUpAgain(execution.getProcessBusinessKey(), reason);
    };
  }

  /** Records the package as the planners have amended it. */
  @Bean
  JavaDelegate recordAmendmentDelegate(Consultations consultations) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      List<String> security = form.lines("securityAssurances");
      List<String> economy = form.lines("economicCooperation");
      List<String> training = form.lines("jointTraining");
      List<String> milestones = form.lines("milestones");
      String justification = form.text("justification");
      String whatChanged = form.text("whatChanged");
      form.accept();
      consultations.amend(
          execution.getProcessBusinessKey(),
          new PackageTerms(
              security,
              economy,
              training,
              PlannedMilestone.ofLines("milestones", milestones),
              justification),
          whatChanged);
    };
  }

  /** Records what follows when there is no consensus. */
  @Bean
  JavaDelegate recordFallBackDelegate(Consultations consultations) {
    return execution -> {
      FormInput form = FormInput.of(execution);
      FallBack choice = form.choice("fallBack", FallBack.class);
      String reason = form.text("fallBackReason");
      form.confirmed();
      form.accept();
      SecureAllianceConsensusModel.COUNCIL_OUTCOME.set(
          execution, consultations.fallBack(execution.getProcessBusinessKey(), choice, reason));
      SecureAllianceConsensusModel.WAY_ON.set(execution, choice.code());
    };
  }

  /** Codes or names of Allies, with commas, semicolons or line ends between them. */
  private static List<String> named(String text) {
    return Arrays.stream(text.split("[,;\\v]"))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /** In the model of the first release the delegations had no task in a consultation. */
  private static boolean isJoinedByTasks(DelegateExecution execution) {
    return execution
            .getBpmnModelInstance()
            .getModelElementById(SecureAllianceConsensusModel.JOIN_CONSULTATION)
        != null;
  }

  /** Transient: the delegations' tasks are made in this very transaction. */
  private static void giveTasksTo(DelegateExecution execution, Round round) {
    execution.setVariable(
        SecureAllianceConsensusModel.DELEGATIONS,
        Variables.objectValue(round.delegations(), true).create());
  }

  /** Gives the timers of the round their dates. */
  private static void waitForSilence(
      DelegateExecution execution, OffsetDateTime ends, OffsetDateTime remindAt) {
    SecureAllianceConsensusModel.SILENCE_ENDS.set(execution, Date.from(ends.toInstant()));
    SecureAllianceConsensusModel.REMIND_AT.set(execution, Date.from(remindAt.toInstant()));
  }
}
