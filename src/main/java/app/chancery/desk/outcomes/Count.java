package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What was counted at a moment, by quarter and tier; under "" for all tiers.
 *
 * @param tallies of the quarters that were counted
 */
record Count(OffsetDateTime at, Map<Quarter, Map<String, Tally>> tallies) {

  /** Stands for the tier of programmes that have none yet. */
  static final String NOT_SETTLED = "not-settled";

  /** A clock that was set back makes it stale too. */
  boolean isFresh(OffsetDateTime now, Duration age) {
    return !now.isBefore(at) && now.isBefore(at.plus(age));
  }

  Map<String, Tally> of(Quarter quarter) {
    return tallies.getOrDefault(quarter, Map.of());
  }
}
