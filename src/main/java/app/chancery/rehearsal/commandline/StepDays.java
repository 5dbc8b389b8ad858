package app.chancery.rehearsal.commandline;

import app.chancery.programme.StepEntry;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long a programme stayed in its steps. */
final class StepDays {

  private StepDays() {}

  /**
   * Whole days in each step, over all its stays, by the step's folder name in the order of entry.
   *
   * @param end counts for a stay that is not over
   */
  static Map<String, Long> of(List<StepEntry> steps, OffsetDateTime end) {
    Map<String, Long> days = new LinkedHashMap<>();
    for (StepEntry stay : steps) {
      OffsetDateTime left = stay.leftAt() == null ? end : stay.leftAt();
      days.merge(stay.step().folder(), ChronoUnit.DAYS.between(stay.enteredAt(), left), Long::sum);
    }
    return days;
  }
}
