package app.chancery.platform.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Somebody is away, and somebody else was named to act in their place.
 *
 * @param account who is away
 * @param deputy the account that was named
 * @param firstDay in the alliance's zone
 * @param lastDay the same; inclusive
 * @param onStrengthOf the groups by which the deputy was named, by their ids
 * @param allowed whether an administrator has named a deputy of other groups
 * @param endedBy who ended it before its time or withdrew it; null if nobody did
 * @param endedAt null if nobody did
 * @param uncovered of which days that nobody covers the people were told, as {@link Gap} writes
 *     them; empty of none
 */
public record Absence(
    long id,
    String account,
    String deputy,
    LocalDate firstDay,
    LocalDate lastDay,
    List<String> onStrengthOf,
    boolean allowed,
    String enteredBy,
    OffsetDateTime enteredAt,
    String endedBy,
    OffsetDateTime endedAt,
    String uncovered) {

  /** The days that it has in common with others. */
  boolean overlaps(LocalDate first, LocalDate last) {
    return !firstDay.isAfter(last) && !lastDay.isBefore(first);
  }

  public boolean isEnded() {
    return endedAt != null;
  }
}
