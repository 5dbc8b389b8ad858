package app.chancery.rehearsal.staff;

import app.chancery.consensus.Stance;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.people.Delegations;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What the secretariat and the delegations do in a rehearsal: the proposal is circulated with the
 * usual silence, some Allies answer, most are silent.
 */
@Component
public class CouncilStaff implements StaffScript {

  @Override
  public Map<String, Answer> answers() {
    return Map.of(
        "userTask_circulateProposal", new Answer(1, CouncilStaff::circulate),
        "userTask_statePosition", new Answer(1, CouncilStaff::state),
        // To complete it would extend the deadline.
        "userTask_followRound", Answer.none(),
        // Who objects needs no task for it, and others have nothing to say.
        "userTask_joinConsultation", Answer.none(),
        "userTask_consultObjectors", new Answer(5, CouncilStaff::consult),
        "userTask_takeUpAgain", new Answer(20, CouncilStaff::takeUp),
        "userTask_amendPackage", new Answer(4, CouncilStaff::amend),
        "userTask_chooseFallBack", new Answer(2, CouncilStaff::fallBack));
  }

  private static Map<String, Object> circulate(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "silenceDate", facts.get("silenceDate"),
        "silenceTime", facts.get("silenceTime"),
        "silenceZone", facts.get("silenceZone"));
  }

  private static Map<String, Object> state(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    if (facts.get("myPositions") instanceof List<?> stated && !stated.isEmpty()) {
      return null;
    }
    if (!Delegations.groupOf("NO").equals(task.group())) {
      return Map.of("position", Stance.NO_OBJECTION.code());
    }
    return Map.of(
        "position",
        "reservation",
        "reservation",
        "%s agrees on the understanding that the exercises offered to %s are planned with regard to those in the High North."
            .formatted(facts.get("allyName"), facts.get("candidateName")));
  }

  private static Map<String, Object> consult(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "consultationCourse",
        "amend",
        "consultationAccount",
        "The objecting delegations explained what they miss in the package of %s; the planners add it."
            .formatted(facts.get("candidateName")));
  }

  private static Map<String, Object> takeUp(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of("takeUpReason", "The objecting delegations are ready to talk again.");
  }

  private static Map<String, Object> amend(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "securityAssurances",
        facts.get("securityAssurances")
            + "\nConsultation of all Allies before each new phase of the package",
        "economicCooperation",
        facts.get("economicCooperation"),
        "jointTraining",
        facts.get("jointTraining"),
        "milestones",
        facts.get("milestones"),
        "justification",
        facts.get("justification"),
        "whatChanged",
        "All Allies are consulted before each new phase of the package.");
  }

  private static Map<String, Object> fallBack(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "fallBack",
        "end",
        "fallBackReason",
        "After %s rounds the objections stand; no form of the package is in sight that all can accept."
            .formatted(facts.get("roundNumber")));
  }
}
