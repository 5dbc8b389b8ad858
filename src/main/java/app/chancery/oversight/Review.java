package app.chancery.oversight;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The oversight committee's look at one programme.
 *
 * @param quarter of a quarterly review; null if it was opened because conditions shifted
 * @param plannedFor when the calendar had planned it; null if conditions shifted
 * @param openedAt null if it was missed
 * @param decideBy the last day on which the decision is in time; null if it was missed
 * @param heldLate whether the decision came after that day
 * @param decision null until the committee has decided
 */
public record Review(
    long id,
    String programme,
    Kind kind,
    Quarter quarter,
    Status status,
    OffsetDateTime plannedFor,
    OffsetDateTime openedAt,
    LocalDate decideBy,
    CommitteeDecision decision,
    String reasons,
    String decidedBy,
    OffsetDateTime decidedAt,
    boolean heldLate) {

  /** Why there is a review. */
  public enum Kind implements Coded {
    QUARTERLY,
    CONDITIONS_SHIFTED;
  }

  /** Where a review stands. */
  public enum Status implements Coded {
    OPEN,
    HELD,
    /**
     * Its quarter passed while the office was out of service, or while the review before it was
     * undecided; there was no review.
     */
    MISSED,
    /** The programme ended, or went back to package design, before the committee decided. */
    WITHDRAWN;
  }

  /** One that was missed and is not on record yet. */
  static Review missed(String programme, Quarter quarter, OffsetDateTime plannedFor) {
    return new Review(
        0,
        programme,
        Kind.QUARTERLY,
        quarter,
        Status.MISSED,
        plannedFor,
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  /** What a reader calls it, for example "Quarterly review, first quarter of 2027". */
  public String title() {
    return kind == Kind.QUARTERLY
        ? Words.of("review.quarterly").formatted(quarter.words())
        : Words.of("review.shifted").formatted(Dates.words(decideBy));
  }
}
