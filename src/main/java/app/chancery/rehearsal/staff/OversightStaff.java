package app.chancery.rehearsal.staff;

import app.chancery.oversight.CommitteeDecision;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.rehearsal.StaffScript;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The committee of a rehearsal: it follows what the pack suggests, but moves no tier and ends no
 * programme on the strength of one review.
 */
@Component
public class OversightStaff implements StaffScript {

  private static final int DAYS_TO_DECIDE = 5;
  private static final int MONTHS_GRANTED = 6;

  private static final Set<CommitteeDecision> FOLLOWED =
      Set.of(
          CommitteeDecision.CONTINUE,
          CommitteeDecision.ADJUST_MILESTONES,
          CommitteeDecision.RESUME);

  @Override
  public Map<String, Answer> answers() {
    return Map.of(
        "userTask_decideReview", new Answer(DAYS_TO_DECIDE, OversightStaff::decideReview));
  }

  private static Map<String, Object> decideReview(
      OpenTask task, Map<String, Object> facts, LocalDate today) {
    CommitteeDecision suggested = CommitteeDecision.of(facts.get("suggestedCode").toString());
    if (!FOLLOWED.contains(suggested)) {
      return Map.of(
          "decision",
          CommitteeDecision.CONTINUE.code(),
          "reasons",
          "The pack suggests to %s (%s) The committee wants to see another quarter first."
              .formatted(suggested.word(), facts.get("suggestedBecause")));
    }
    return Map.of(
        "decision",
        suggested.code(),
        "reasons",
        facts.get("suggestedBecause").toString(),
        "milestoneChanges",
        suggested == CommitteeDecision.ADJUST_MILESTONES
            ? postponed(facts.get("milestoneChanges").toString(), today)
            : "");
  }

  /** Overdue milestones get half a year from today; the others stay as they are. */
  private static String postponed(String lines, LocalDate today) {
    return lines.lines().map(line -> postponedLine(line, today)).collect(Collectors.joining("\n"));
  }

  private static String postponedLine(String line, LocalDate today) {
    String[] parts = line.split(" \\| ");
    return LocalDate.parse(parts[2]).isBefore(today)
        ? String.join(" | ", parts[0], parts[1], today.plusMonths(MONTHS_GRANTED).toString())
        : line;
  }
}
