package app.chancery.desk.outcomes;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outcomes are counted, configured under {@code chancery.outcomes}.
 *
 * @param recountAfter how long after a count of the whole portfolio the next one is made; zero to
 *     count each time somebody asks
 * @param retentionYears after how many years it is looked whether programmes stayed; each 1 or more
 * @param leastCases with fewer no share of those that stayed is told; 2 or more
 */
@ConfigurationProperties("chancery.outcomes")
record OutcomesPolicy(Duration recountAfter, List<Integer> retentionYears, int leastCases) {

  OutcomesPolicy {
    retentionYears = List.copyOf(retentionYears);
    if (retentionYears.isEmpty() || retentionYears.stream().anyMatch(years -> years < 1)) {
      throw new IllegalArgumentException(
          "chancery.outcomes.retention-years: one or more, each 1 or more, not " + retentionYears);
    }
    if (leastCases < 2) {
      throw new IllegalArgumentException("chancery.outcomes.least-cases must be 2 or more");
    }
  }

  /** A count that is older is not shown: the next one is overdue, as long again. */
  Duration oldest() {
    return recountAfter.multipliedBy(2);
  }
}
