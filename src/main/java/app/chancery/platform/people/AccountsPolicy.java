package app.chancery.platform.people;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param knownFor how long one node may go by what it read of an account, up to a minute: so long
 *     after its end elsewhere a session may still be used
 */
@ConfigurationProperties("chancery.accounts")
record AccountsPolicy(Duration knownFor) {

  AccountsPolicy {
    if (knownFor.isNegative() || knownFor.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("chancery.accounts.known-for must be between 0 and PT1M");
    }
  }
}
