package app.chancery.desk.portfolio;

import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/**
 * A step in the row of all.
 *
 * @param state {@code done}, {@code now} or empty
 * @param days how long the programme was in it; null if it never was
 */
record StepOnPage(String title, String state, Long days) {

  static List<StepOnPage> all(Programme programme, List<StepEntry> entries, OffsetDateTime now) {
    OffsetDateTime until = programme.isOpen() ? now : programme.endedAt();
    return Arrays.stream(Step.values())
        .map(
            step ->
                of(
                    step,
                    entries.stream().filter(entry -> entry.step() == step).toList(),
                    programme.isOpen(),
                    until))
        .toList();
  }

  private static StepOnPage of(
      Step step, List<StepEntry> stays, boolean open, OffsetDateTime until) {
    if (stays.isEmpty()) {
      return new StepOnPage(step.title(), "", null);
    }
    boolean over = !open || stays.stream().allMatch(StepEntry::isOver);
    long days =
        stays.stream()
            .map(stay -> stay.length(until))
            .reduce(Duration.ZERO, Duration::plus)
            .toDays();
    return new StepOnPage(step.title(), over ? "done" : "now", days);
  }
}
