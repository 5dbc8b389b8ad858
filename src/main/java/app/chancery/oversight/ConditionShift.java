package app.chancery.oversight;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.time.OffsetDateTime;

/**
 * A report that conditions around a programme have shifted.
 *
 * @param source where it is known from
 * @param review the review that takes it up; null while none can, because the programme is not in
 *     oversight yet
 */
public record ConditionShift(
    long id,
    String programme,
    Kind kind,
    Severity severity,
    String description,
    String source,
    String reportedBy,
    OffsetDateTime reportedAt,
    Long review) {

  /** What is told of it. */
  String words() {
    return Words.of("conditionShifts.conditionsShifted")
        .formatted(kind.word(), severity.word(), description);
  }

  /** Which conditions. */
  public enum Kind implements Coded {
    POLITICAL,
    SECURITY;
  }

  /** How much it weighs, from least to most. */
  public enum Severity implements Coded {
    MINOR,
    MODERATE,
    SEVERE;
  }
}
