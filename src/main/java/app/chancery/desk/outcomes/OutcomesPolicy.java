package app.chancery.desk.outcomes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outcomes are counted, configured under {@code chancery.outcomes}.
 *
 * @param recountAfter how long after a count of the whole portfolio the next one is made; zero to
 *     count each time somebody asks
 */
@ConfigurationProperties("chancery.outcomes")
record OutcomesPolicy(Duration recountAfter) {

  /** A count that is older is not shown: the next one is overdue, as long again. */
  Duration oldest() {
    return recountAfter.multipliedBy(2);
  }
}
