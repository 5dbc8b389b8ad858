package app.chancery.rehearsal.staff;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.words.Coded;
import app.chancery.rehearsal.StaffScript;
import app.chancery.stakeholders.Held;
import app.chancery.stakeholders.MapDecision;
import app.chancery.stakeholders.StakeholderKind;
import app.chancery.stakeholders.Stance;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How scripted staff map the interests of stakeholders; what they hear depends on whom they ask.
 */
@Component
public class StakeholdersStaff implements StaffScript {

  @Override
  public Map<String, Answer> answers() {
    return Map.of(
        "userTask_identifyStakeholders", new Answer(2, StakeholdersStaff::identify),
        "userTask_extendStakeholderList", new Answer(9, StakeholdersStaff::close),
        "userTask_interviewStakeholder", new Answer(8, StakeholdersStaff::interview),
        "userTask_approveStakeholderMap", new Answer(3, StakeholdersStaff::approve));
  }

  private static Map<String, Object> identify(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "stakeholders",
        "%s\nParliament of %s | %s"
            .formatted(
                facts.get("stakeholders"),
                facts.get("candidateName"),
                StakeholderKind.PARLIAMENT.code()));
  }

  private static Map<String, Object> close(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of("closeList", true);
  }

  private static Map<String, Object> interview(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return switch (Coded.of(StakeholderKind.class, facts.get("stakeholderKindCode").toString())) {
      case CANDIDATE_GOVERNMENT ->
          answers(
              5,
              5,
              Stance.CHAMPION,
              Stance.CHAMPION,
              "timetable: must be public",
              "foreign bases: never permanent ones in peacetime",
              "access to joint training\nshare in defence planning");
      case REGIONAL_BLOC ->
          answers(
              4,
              3,
              Stance.NEUTRAL,
              Stance.SUPPORTER,
              "existing treaties: must stay as they are",
              "",
              "shared projects on infrastructure");
      case PARLIAMENT ->
          answers(
              4,
              5,
              Stance.SUPPORTER,
              Stance.SUPPORTER,
              "",
              "defence budget: never without a vote of its own",
              "regular briefings of its committees");
      default ->
          answers(
              4,
              4,
              Stance.SUPPORTER,
              Stance.CHAMPION,
              "foreign bases: must be possible for exercises",
              "",
              "a role in the joint training");
    };
  }

  private static Map<String, Object> answers(
      int power,
      int interest,
      Stance now,
      Stance wanted,
      String demands,
      String exclusions,
      String leverage) {
    return Map.of(
        "confidential_held", Held.HELD.code(),
        "confidential_power", power,
        "confidential_interest", interest,
        "confidential_currentStance", now.code(),
        "confidential_desiredStance", wanted.code(),
        "confidential_demands", demands,
        "confidential_exclusions", exclusions,
        "confidential_leveragePoints", leverage);
  }

  private static Map<String, Object> approve(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "mapDecision",
        MapDecision.Choice.APPROVE.code(),
        "releasableSummary",
        "There is broad goodwill towards %s. Start with training and planning, and speak early about where forces may be stationed."
            .formatted(facts.get("candidateName")));
  }
}
