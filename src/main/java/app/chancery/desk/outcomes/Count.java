package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was counted at a moment.
 *
 * @param tallies of the quarters that were counted, by tier; under "" for all tiers
 * @param ofProgrammes of these quarters, by the key of the programme: what took place and what is
 *     planned
 * @param courses of all programmes that were counted, by their names
 */
record Count(
    OffsetDateTime at,
    Map<Quarter, Map<String, Tally>> tallies,
    Map<Quarter, Map<String, Tally>> ofProgrammes,
    List<Course> courses) {

  /** Stands for the tier of programmes that have none yet. */
  static final String NOT_SETTLED = "not-settled";

  private static final Tally NOTHING = new Tally();

  static Count at(OffsetDateTime moment, List<Quarter> quarters, List<Course> courses) {
    Count count = new Count(moment, new HashMap<>(), new HashMap<>(), List.copyOf(courses));
    for (Quarter quarter : quarters) {
      count.tallies().put(quarter, new HashMap<>());
      count.ofProgrammes().put(quarter, new HashMap<>());
    }
    return count;
  }

  /** A clock that was set back makes it stale too. */
  boolean isFresh(OffsetDateTime now, Duration age) {
    return !now.isBefore(at) && now.isBefore(at.plus(age));
  }

  /**
   * Whether nothing was left out from this quarter on: before the first one that was counted there
   * was no programme, unless as many quarters were counted as can be asked for.
   */
  boolean reachesBackTo(Quarter quarter) {
    return tallies.containsKey(quarter) || tallies.size() < OutcomesQuery.MOST_QUARTERS;
  }

  Map<String, Tally> of(Quarter quarter) {
    return tallies.getOrDefault(quarter, Map.of());
  }

  /** What took place in a programme, and is planned for it. */
  Tally of(Quarter quarter, Course course) {
    return ofProgrammes.getOrDefault(quarter, Map.of()).getOrDefault(course.key(), NOTHING);
  }
}
