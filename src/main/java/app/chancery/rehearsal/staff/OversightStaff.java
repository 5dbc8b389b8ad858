package app.chancery.rehearsal.staff;

import static java.util.Comparator.naturalOrder;

import app.chancery.oversight.CommitteeDecision;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.time.Dates;
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

  /**
   * Overdue milestones get half a year from today. If none is overdue, it is conditions that
   * shifted, and the next milestone gets half a year more than it had.
   */
  private static String postponed(String lines, LocalDate today) {
    LocalDate next = lines.lines().map(OversightStaff::due).min(naturalOrder()).orElseThrow();
    return lines
        .lines()
        .map(line -> postponedLine(line, next.isBefore(today) ? today : next.plusDays(1), today))
        .collect(Collectors.joining("\n"));
  }

  private static String postponedLine(String line, LocalDate before, LocalDate today) {
    LocalDate due = due(line);
    if (!due.isBefore(before)) {
      return line;
    }
    LocalDate from = due.isBefore(today) ? today : due;
    String[] parts = line.split(" \\| ");
    return String.join(" | ", parts[0], parts[1], from.plusMonths(MONTHS_GRANTED).toString());
  }

  private static LocalDate due(String line) {
    return Dates.read(line.split(" \\| ")[2]).value();
  }
}
