package app.chancery.platform.security;

import app.chancery.platform.signon.Latest;
import app.chancery.platform.signon.SignOnPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * How often something was read from where of late. Kept in memory, on each node by itself, as
 * {@link app.chancery.platform.signon.Attempts} are.
 */
final class Reads {

  private final SignOnPolicy.Feeds policy;
  private final Clock clock;
  private final Map<String, Counted> counted;

  /**
   * @param remembered of so many the latest are remembered
   */
  Reads(SignOnPolicy.Feeds policy, int remembered, Clock clock) {
    this.policy = policy;
    this.clock = clock;
    counted = Latest.of(remembered);
  }

  /**
   * Counts one more.
   *
   * @return how long none is taken; zero if this one is
   */
  Duration one(String what) {
    Instant now = clock.instant();
    Counted known =
        counted.compute(
            what,
            (key, before) ->
                before == null || isOver(before, now)
                    ? new Counted(1, now)
                    : new Counted(before.times() + 1, before.since()));
    return known.times() <= policy.reads()
        ? Duration.ZERO
        : Duration.between(now, known.since().plus(policy.within()));
  }

  /** Also if the clock was put back behind it. */
  private boolean isOver(Counted known, Instant now) {
    return known.since().isAfter(now) || !known.since().plus(policy.within()).isAfter(now);
  }

  private record Counted(int times, Instant since) {}
}
