package app.chancery.desk.policy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How policy tables are tried, configured under {@code chancery.policy}; all are above 0.
 *
 * @param largest of an edited table
 * @param rules the most rules of one
 * @param cell the most characters of a cell of it
 * @param waitFor so long who asks for a trial waits for it at most; it goes on in the background
 * @param underWay the most trials of one person that go on or wait
 * @param together so many in one transaction
 * @param brokenOffAfter a trial that has not gone on for so long does not go on by itself
 * @param shown the most programmes that move, or releases, which a page lists
 */
@ConfigurationProperties("chancery.policy")
record PolicySettings(
    DataSize largest,
    int rules,
    int cell,
    Duration waitFor,
    int underWay,
    int together,
    Duration brokenOffAfter,
    int shown) {

  PolicySettings {
    if (largest.toBytes() < 1
        || rules < 1
        || cell < 1
        || waitFor.isNegative()
        || waitFor.isZero()
        || underWay < 1
        || together < 1
        || brokenOffAfter.isNegative()
        || brokenOffAfter.isZero()
        || shown < 1) {
      throw new IllegalArgumentException("chancery.policy: all settings must be above 0");
    }
  }
}
