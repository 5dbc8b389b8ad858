package app.chancery.consensus;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The council's own policy.
 *
 * @param silenceWorkingDays how long silence lasts unless the secretariat sets another deadline, in
 *     working days of the alliance, 1 or more
 * @param silenceEndsAt the time of day at which it then ends
 * @param zone the time zone of that time
 * @param shortestSilence a silence that ends sooner than that is asked about once more
 * @param longSilence and so is one that ends later than that
 * @param remindBefore how long before the deadline those who have not answered are reminded; in a
 *     silence shorter than twice that, the reminder goes out half-way
 * @param maxRounds how often a proposal may be circulated in one run of the step, 1 or more
 */
@ConfigurationProperties("chancery.consensus")
record CouncilPolicy(
    int silenceWorkingDays,
    LocalTime silenceEndsAt,
    ZoneId zone,
    Duration shortestSilence,
    Duration longSilence,
    Duration remindBefore,
    int maxRounds) {

  CouncilPolicy {
    if (shortestSilence.isNegative()) {
      throw new IllegalArgumentException(
          "chancery.consensus.shortest-silence must not be negative");
    }
    if (longSilence.compareTo(shortestSilence) < 0) {
      throw new IllegalArgumentException(
          "chancery.consensus: shortest-silence must not be longer than long-silence");
    }
    if (silenceWorkingDays < 1 || maxRounds < 1) {
      throw new IllegalArgumentException(
          "chancery.consensus: silence-working-days and max-rounds must be 1 or more");
    }
  }
}
