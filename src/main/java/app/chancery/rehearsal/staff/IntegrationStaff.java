package app.chancery.rehearsal.staff;

import app.chancery.integration.ActivityKind;
import app.chancery.integration.OppositionFinding;
import app.chancery.integration.RatificationStage;
import app.chancery.integration.SecurityGap;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.time.Dates;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the staff of step 5 work in a rehearsal. */
@Component
public class IntegrationStaff implements StaffScript {

  private static final List<String> TOPICS =
      List.of(
          "Resilience of supply lines",
          "Cyber defence of military networks",
          "Interoperable command procedures",
          "Protection of critical infrastructure");

  /** How many entries a phase gets before its staff report it complete. */
  private static final int ENTRIES_OF_A_PHASE = 9;

  @Override
  public Map<String, Answer> answers() {
    Map<String, Answer> answers = new HashMap<>();
    answers.put(
        "userTask_confirmExerciseSchedule",
        new Answer(5, (task, facts, today) -> Map.of("scheduleAnswer", "confirm")));
    answers.put("userTask_conductPhase", new Answer(26, IntegrationStaff::conduct));
    answers.put("userTask_extendAssurances", new Answer(4, IntegrationStaff::closeGap));
    answers.put("userTask_reportInteroperability", new Answer(30, IntegrationStaff::meet));
    answers.put("userTask_checkDomesticOpposition", new Answer(12, IntegrationStaff::check));
    answers.put(
        "userTask_bringAssurancesIntoForce", new Answer(5, IntegrationStaff::bringIntoForce));
    answers.put(
        "userTask_holdAccessionTalks",
        unlessGateIsShut(
            stage(
                20,
                Map.of(),
                "%s confirmed its political, military, resource, security and legal commitments and agreed on a timetable of reforms.")));
    answers.put(
        "userTask_receiveLetterOfIntent",
        stage(
            14,
            Map.of(),
            "The foreign minister of %s confirms interest, willingness and ability, with the timetable of reforms."));
    answers.put(
        "userTask_signProtocol",
        stage(
            10,
            Map.of("everyAllySigned", true),
            "Protocol to the treaty on the accession of %s, signed at headquarters."));
    answers.put("userTask_recordRatification", new Answer(3, IntegrationStaff::ratify));
    answers.put(
        "userTask_inviteToAccede",
        stage(1, Map.of(), "The Secretary General's letter to the government of %s."));
    answers.put(
        "userTask_receiveInstrument",
        stage(2, Map.of(), "The foreign minister of %s handed it to the depositary."));
    return answers;
  }

  /** A milestone that is due, else the next exercise, and other events between. */
  private static Map<String, Object> conduct(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    int held = rows(facts, "activities").size();
    Optional<Map<String, Object>> due =
        rows(facts, "milestones").stream()
            .filter(row -> !Boolean.parseBoolean(row.get("isMet").toString()))
            .filter(
                row -> !Dates.read(row.get("dueOn").toString()).value().isAfter(today.plusDays(60)))
            .findFirst();
    long done =
        rows(facts, "exercises").stream()
            .filter(row -> Boolean.parseBoolean(row.get("isHeld").toString()))
            .count();
    if (due.isPresent()) {
      return milestone(facts, due.get(), today);
    }
    if (done * 3 >= ENTRIES_OF_A_PHASE || rows(facts, "openExercises").isEmpty()) {
      return last(facts, today);
    }
    return switch (held % 3) {
      case 0 -> exercise(facts, today);
      case 1 -> event(ActivityKind.WORKSHOP, TOPICS.get(held % TOPICS.size()), facts, today);
      default ->
          event(ActivityKind.INTELLIGENCE_SHARING, "Regional situation exchange", facts, today);
    };
  }

  /** Before the last phase ends, all milestones are met. */
  private static Map<String, Object> last(Map<String, Object> facts, LocalDate today) {
    boolean lastPhase = facts.get("phaseNumber").equals(facts.get("phaseCount"));
    Optional<Map<String, Object>> open =
        rows(facts, "milestones").stream()
            .filter(row -> lastPhase && !Boolean.parseBoolean(row.get("isMet").toString()))
            .findFirst();
    return open.map(row -> milestone(facts, row, today))
        .orElse(
            Map.of(
                "entry",
                "complete",
                "summary",
                "The %s with %s has done what it was planned for."
                    .formatted(facts.get("instrument"), facts.get("programmeName"))));
  }

  private static Map<String, Object> milestone(
      Map<String, Object> facts, Map<String, Object> row, LocalDate today) {
    Object id =
        rows(facts, "openMilestones").stream()
            .filter(option -> option.get("label").equals(row.get("name")))
            .findFirst()
            .orElseThrow()
            .get("value");
    return Map.of(
        "entry",
        "milestone",
        "milestone",
        id,
        "metOn",
        today.toString(),
        "evidence",
        "Progress report of the liaison team: target '%s' reached".formatted(row.get("target")));
  }

  private static Map<String, Object> exercise(Map<String, Object> facts, LocalDate today) {
    Object id = rows(facts, "openExercises").get(0).get("value");
    Map<String, Object> fields =
        activity(ActivityKind.EXERCISE, facts, today, "After-action report of the exercise");
    fields.put("plannedExercise", id);
    return fields;
  }

  private static Map<String, Object> event(
      ActivityKind kind, String name, Map<String, Object> facts, LocalDate today) {
    Map<String, Object> fields = activity(kind, facts, today, "Minutes of the meeting");
    fields.put("name", name);
    return fields;
  }

  private static Map<String, Object> activity(
      ActivityKind kind, Map<String, Object> facts, LocalDate today, String source) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("entry", "activity");
    fields.put("kind", kind.code());
    fields.put("date", today.toString());
    fields.put("participants", facts.get("programmeName") + "\nGermany\nPoland\nRomania");
    fields.put("source", source);
    return fields;
  }

  private static Map<String, Object> closeGap(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    Map<String, Object> fields = new HashMap<>(bringIntoForce(task, facts, today));
    fields.put("gapAnswer", SecurityGap.Answer.BRING_INTO_FORCE.code());
    return fields;
  }

  private static Map<String, Object> bringIntoForce(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "inForceFrom", facts.get("inForceFrom"),
        "inForceUntil", facts.get("inForceUntil"),
        "assuranceSource", "Exchange of letters of " + Dates.words(today));
  }

  private static Map<String, Object> meet(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "milestone", rows(facts, "openMilestones").get(0).get("value"),
        "metOn", today.toString(),
        "evidence", "Evaluation report of the declared units: interoperable");
  }

  private static Map<String, Object> check(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "finding",
        OppositionFinding.MANAGEABLE.code(),
        "findingDetail",
        "Two smaller parties speak against membership; a clear majority in parliament and in polls is for it.",
        "findingSource",
        "Embassy reporting and published polls up to " + Dates.words(today));
  }

  /** The first Party whose next date is missing: parliament, then signature, then deposit. */
  private static Map<String, Object> ratify(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    Map<String, Object> row =
        rows(facts, "ratifications").stream()
            .filter(each -> each.get("deposit").toString().isEmpty())
            .findFirst()
            .orElseThrow();
    RatificationStage stage =
        row.get("parliament").toString().isEmpty()
            ? RatificationStage.PARLIAMENT
            : row.get("signature").toString().isEmpty()
                ? RatificationStage.SIGNATURE
                : RatificationStage.DEPOSIT;
    return Map.of("ally", row.get("code"), "stage", stage.code(), "date", today.toString());
  }

  private static Answer stage(int days, Map<String, Object> more, String detail) {
    return new Answer(
        days,
        (task, facts, today) -> {
          Map<String, Object> fields = new HashMap<>(more);
          fields.put("happenedOn", today.toString());
          fields.put("detail", detail.formatted(facts.get("programmeName")));
          return fields;
        });
  }

  private static Answer unlessGateIsShut(Answer held) {
    return new Answer(
        held.days(),
        (task, facts, today) ->
            Boolean.TRUE.equals(facts.get("gateIsShut"))
                ? Map.of("gateAgain", true)
                : held.form().fill(task, facts, today));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> facts, String table) {
    return (List<Map<String, Object>>) facts.get(table);
  }
}
