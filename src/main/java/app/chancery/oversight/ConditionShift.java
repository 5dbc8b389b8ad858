package app.chancery.oversight;

import com.fasterxml.jackson.annotation.JsonValue;
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

  /** Which conditions. */
  public enum Kind {
    POLITICAL,
    SECURITY;

    @JsonValue
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As people read it in a refusal. */
    @Override
    public String toString() {
      return word();
    }
  }

  /** How much it weighs, from least to most. */
  public enum Severity {
    MINOR,
    MODERATE,
    SEVERE;

    @JsonValue
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As people read it in a refusal. */
    @Override
    public String toString() {
      return word();
    }
  }
}
