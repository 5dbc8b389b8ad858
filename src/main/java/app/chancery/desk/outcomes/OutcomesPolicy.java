package app.chancery.desk.outcomes;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outcomes are counted, configured under {@code chancery.outcomes}.
 *
 * @param recountAfter how long after a count of the whole portfolio the next one is made; zero to
 *     count each time somebody asks
 * @param countingPercent of the time that goes into those counts at most, in per cent, from 1 to
 *     100: a count that takes long is made less often
 * @param retentionYears after how many years it is looked whether programmes stayed; each 1 or more
 * @param leastCases with fewer no share of those that stayed is told; 2 or more
 */
@ConfigurationProperties("chancery.outcomes")
record OutcomesPolicy(
    Duration recountAfter, int countingPercent, List<Integer> retentionYears, int leastCases) {

  OutcomesPolicy {
    if (countingPercent < 1 || countingPercent > 100) {
      throw new IllegalArgumentException(
          "chancery.outcomes.counting-percent must be from 1 to 100, not " + countingPercent);
    }
    retentionYears = List.copyOf(retentionYears);
    if (retentionYears.isEmpty() || retentionYears.stream().anyMatch(years -> years < 1)) {
      throw new IllegalArgumentException(
          "chancery.outcomes.retention-years: one or more, each 1 or more, not " + retentionYears);
    }
    if (leastCases < 2) {
      throw new IllegalArgumentException("chancery.outcomes.least-cases must be 2 or more");
    }
  }

  /**
   * How long after a count the next one is made; none if each who asks has one made.
   *
   * @param took how long that count took
   */
  Duration rest(Duration took) {
    Duration share = took.multipliedBy(100).dividedBy(countingPercent);
    return recountAfter.isZero() || recountAfter.compareTo(share) >= 0 ? recountAfter : share;
  }
}
