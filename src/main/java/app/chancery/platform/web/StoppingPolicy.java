package app.chancery.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a node stops.
 *
 * @param unreadyFor how long it goes on taking requests after it has begun to say that it is not
 *     ready: a proxy that asks at least so often sends it none that nobody takes. 0 to 25 seconds
 */
@ConfigurationProperties("chancery.stopping")
record StoppingPolicy(Duration unreadyFor) {

  /** Spring gives each phase of a stop half a minute. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  StoppingPolicy {
    if (unreadyFor.isNegative() || unreadyFor.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("unready-for must be between 0 and 25 seconds");
    }
  }
}
