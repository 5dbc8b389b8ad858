package app.chancery.platform.signon;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people and programs are let in; see docs/security.md.
 *
 * @param sessionsSeenEvery how often at most a session's last visit is written down: so much longer
 *     than {@code server.servlet.session.timeout} it may last
 */
@ConfigurationProperties("chancery.sign-on")
public record SignOnPolicy(
    Duration sessionsSeenEvery, Passwords passwords, Guessing guessing, Feeds feeds) {

  public SignOnPolicy {
    if (sessionsSeenEvery.isNegative() || sessionsSeenEvery.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("sessions-seen-every must be between 0 and an hour");
    }
  }

  /**
   * @param strength the cost of a hash, a power of two: 4 (tests) to 16; one more takes twice the
   *     time
   * @param shortest the fewest characters of a password, 8 to 64
   * @param variety the fewest different characters of a password, up to the shortest length
   * @param programsCheckedFor how long a password that a program sent is not hashed again, as it
   *     comes with each of its requests
   */
  public record Passwords(int strength, int shortest, int variety, Duration programsCheckedFor) {

    public Passwords {
      if (strength < 4 || strength > 16) {
        throw new IllegalArgumentException("strength must be between 4 and 16");
      }
      if (shortest < 8 || shortest > 64) {
        throw new IllegalArgumentException("shortest must be between 8 and 64");
      }
      if (variety < 1 || variety > shortest) {
        throw new IllegalArgumentException("variety must be between 1 and shortest");
      }
      if (programsCheckedFor.isNegative()) {
        throw new IllegalArgumentException("programs-checked-for must not be negative");
      }
    }
  }

  /**
   * @param reads so often a calendar's secret address is read from one address of the network
   * @param within in so long a time, which begins with the first of them
   */
  public record Feeds(int reads, Duration within) {

    public Feeds {
      if (reads < 1 || within.isZero() || within.isNegative()) {
        throw new IllegalArgumentException("reads must be at least 1, within above 0");
      }
    }
  }

  /**
   * @param freeForAccount so many wrong passwords for one account from one address cost no wait
   * @param freeForAddress so many from one address for all accounts together
   * @param firstWait the wait after the next wrong one; it doubles with each
   * @param longestWait the longest wait
   * @param forgottenAfter how long after the last wrong password there is none any more
   * @param remembered of so many accounts at addresses the latest are remembered; the older are
   *     forgotten
   */
  public record Guessing(
      int freeForAccount,
      int freeForAddress,
      Duration firstWait,
      Duration longestWait,
      Duration forgottenAfter,
      int remembered) {

    public Guessing {
      if (freeForAccount < 1 || freeForAddress < freeForAccount) {
        throw new IllegalArgumentException(
            "free-for-account must be at least 1, and free-for-address no less");
      }
      if (firstWait.isZero() || firstWait.isNegative() || longestWait.compareTo(firstWait) < 0) {
        throw new IllegalArgumentException("first-wait must be above 0, longest-wait no less");
      }
      if (forgottenAfter.compareTo(longestWait) < 0) {
        throw new IllegalArgumentException("forgotten-after must be no less than longest-wait");
      }
      if (remembered < 100) {
        throw new IllegalArgumentException("remembered must be at least 100");
      }
    }
  }
}
