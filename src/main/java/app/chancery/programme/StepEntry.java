package app.chancery.programme;

import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * One stay of a programme in a step; a step that is gone back to has several.
 *
 * @param leftAt null while the programme is in it
 */
public record StepEntry(Step step, OffsetDateTime enteredAt, OffsetDateTime leftAt) {

  /** How long the stay was, or has been until now. */
  public Duration length(OffsetDateTime now) {
    return Duration.between(enteredAt, leftAt == null ? now : leftAt);
  }

  public boolean isOver() {
    return leftAt != null;
  }
}
