package app.chancery.rehearsal.staff;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.prerequisites.EndorsementChoice;
import app.chancery.prerequisites.Verdict;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How scripted staff establish the prerequisites: everything is found in order and endorsed. */
@Component
public class PrerequisitesStaff implements StaffScript {

  private static final String SATISFIED = Verdict.SATISFIED.code();

  @Override
  public Map<String, Answer> answers() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("userTask_fileIntelligenceBriefs", new Answer(4, PrerequisitesStaff::briefs));
    answers.put("userTask_assessSecurityBaseline", new Answer(3, PrerequisitesStaff::security));
    answers.put("userTask_confirmMechanisms", new Answer(2, PrerequisitesStaff::mechanisms));
    answers.put("userTask_inventoryCommandStructures", new Answer(4, PrerequisitesStaff::command));
    answers.put("userTask_assessPoliticalBandwidth", new Answer(5, PrerequisitesStaff::bandwidth));
    answers.put("userTask_endorseReadiness", new Answer(3, PrerequisitesStaff::endorsement));
    return answers;
  }

  private static Map<String, Object> briefs(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    Object name = facts.get("candidateName");
    return Map.of(
        "briefs",
        """
        %s | joint assessment cell | high | No forces of a third state are stationed in %s against its will
        %s | liaison reports | moderate | Information campaigns against closer ties are likely during the talks"""
            .formatted(today.minusDays(20), name, today.minusDays(9)),
        "moreBriefsToCome",
        false);
  }

  private static Map<String, Object> security(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    Object name = facts.get("candidateName");
    return Map.of(
        "threats",
        "Information campaigns (exposure %s)\nAttacks on networks of the administration"
            .formatted(facts.get("propagandaExposureWord")),
        "borderSituation",
        "No open dispute about the borders of %s stands in the way.".formatted(name),
        "securityVerdict",
        SATISFIED,
        "securityWhy",
        "The briefs on file show risks that the programme can carry.");
  }

  private static Map<String, Object> mechanisms(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "mechanisms",
        facts.get("mechanisms"),
        "mechanismsVerdict",
        SATISFIED,
        "mechanismsWhy",
        "Checked against the table of frameworks. " + facts.get("mechanismsFound"));
  }

  private static Map<String, Object> command(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "commandStructures",
        "General staff | plans and leads all forces\nJoint operations command | leads contributions abroad",
        "liaisonArrangements",
        "A liaison team at the operational command; OCC stage %s."
            .formatted(facts.get("occStageKnown")),
        "commandVerdict",
        SATISFIED,
        "commandWhy",
        "Responsibilities are clear and a point of contact answers at any hour.");
  }

  private static Map<String, Object> bandwidth(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "seatsInParliament",
        200,
        "seatsInFavour",
        140,
        "elections",
        "%s | %s: parliament".formatted(today.plusMonths(22), facts.get("candidateName")),
        "competingPriorities",
        "Budget of the coming year\nEnergy supply",
        "bandwidthVerdict",
        SATISFIED,
        "bandwidthWhy",
        "A stable majority carries the course, and no election falls into the first year.");
  }

  private static Map<String, Object> endorsement(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    return Map.of(
        "endorsement",
        EndorsementChoice.ENDORSE.code(),
        "endorsementWhy",
        "All prerequisites are satisfied for %s.".formatted(facts.get("candidateName")));
  }
}
