package app.chancery.platform.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configured under {@code chancery.take-back}.
 *
 * @param within how long after a task was done it may be taken back, above 0
 */
@ConfigurationProperties("chancery.take-back")
record TakeBackPolicy(Duration within) {

  TakeBackPolicy {
    if (within.isNegative() || within.isZero()) {
      throw new IllegalArgumentException("chancery.take-back.within must be above 0");
    }
  }
}
