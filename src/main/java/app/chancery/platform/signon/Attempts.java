package app.chancery.platform.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Slows whoever guesses passwords, by account and address together, so that a stranger's guesses
 * never hold up the owner at another address; and by address alone, for guesses over many accounts.
 * The latter does not hold up an account at an address where it was let in before. Kept in memory,
 * on each node by itself; whoever fills it makes it forget the oldest only.
 */
@Component
public class Attempts {

  private final SignOnPolicy.Guessing policy;
  private final Clock clock;
  private final Map<String, Wrong> wrongForAccount;
  private final Map<String, Wrong> wrongForAddress;
  private final Map<String, Instant> familiar;

  @Autowired
  Attempts(SignOnPolicy policy, Clock clock) {
    this(policy.guessing(), clock);
  }

  /** To count something else than passwords, for itself. */
  public Attempts(SignOnPolicy.Guessing policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
    wrongForAccount = Latest.of(this.policy.remembered());
    wrongForAddress = Latest.of(this.policy.remembered());
    familiar = Latest.of(this.policy.remembered());
  }

  /** How long the account takes no password from that address; zero if it does. */
  public Duration wait(String account, String address) {
    String pair = pair(account, address);
    Duration forAccount = left(wrongForAccount.get(pair));
    Duration forAddress =
        familiar.containsKey(pair) ? Duration.ZERO : left(wrongForAddress.get(address));
    return forAccount.compareTo(forAddress) > 0 ? forAccount : forAddress;
  }

  /** A wrong password, or no such account: the same. */
  public void wrong(String account, String address) {
    wrongForAccount.compute(
        pair(account, address), (key, known) -> more(known, policy.freeForAccount()));
    wrongForAddress.compute(address, (key, known) -> more(known, policy.freeForAddress()));
  }

  public void right(String account, String address) {
    wrongForAccount.remove(pair(account, address));
    familiar.put(pair(account, address), clock.instant());
  }

  private Wrong more(Wrong known, int free) {
    Instant now = clock.instant();
    int times = known == null || isForgotten(known, now) ? 1 : known.times() + 1;
    return new Wrong(times, now, now.plus(waitAfter(times, free)));
  }

  private Duration waitAfter(int times, int free) {
    Duration wait = times > free ? policy.firstWait() : Duration.ZERO;
    for (int each = free + 1; each < times && wait.compareTo(policy.longestWait()) < 0; each++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(policy.longestWait()) < 0 ? wait : policy.longestWait();
  }

  private Duration left(Wrong known) {
    Instant now = clock.instant();
    return known == null || isForgotten(known, now) || !known.until().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, known.until());
  }

  /** Also if the clock was put back behind it. */
  private boolean isForgotten(Wrong known, Instant now) {
    return known.last().isAfter(now) || known.last().plus(policy.forgottenAfter()).isBefore(now);
  }

  private static String pair(String account, String address) {
    return account + "\n" + address;
  }

  /**
   * @param times in a row
   * @param until when no further one is taken
   */
  private record Wrong(int times, Instant last, Instant until) {}
}
