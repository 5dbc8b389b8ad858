package app.chancery.platform.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails are sent; the server is that of {@code spring.mail}.
 *
 * @param from the address of the office; empty where there is no mail server
 * @param lookEvery how long after one look for mails to be sent the next one is taken; what is
 *     written is looked for at once. Zero: nothing is sent
 * @param atOnce how many mails a node takes at a time, from 1
 * @param takenFor how long they are its own, each anew when its turn comes; if it was killed
 *     meanwhile they are sent after that time, with the same Message-ID
 * @param firstWait after the first failure; after each further one it is twice as long
 * @param longestWait no wait is longer
 * @param givenUpAfter so long after it was written a mail is not tried any more
 * @param keptFor so long after it was written a mail that is not waiting is forgotten
 */
@ConfigurationProperties("chancery.mail")
record MailPolicy(
    String from,
    Duration lookEvery,
    int atOnce,
    Duration takenFor,
    Duration firstWait,
    Duration longestWait,
    Duration givenUpAfter,
    Duration keptFor) {

  MailPolicy {
    try {
      if (!from.isBlank()) {
        MailAddress.of(from);
      }
    } catch (AddressException e) {
      throw new IllegalArgumentException("chancery.mail.from must be a mail address", e);
    }
    if (atOnce < 1
        || lookEvery.isNegative()
        || !isSome(takenFor)
        || !isSome(firstWait)
        || !isSome(givenUpAfter)
        || longestWait.compareTo(firstWait) < 0
        || keptFor.compareTo(givenUpAfter) < 0) {
      throw new IllegalArgumentException(
          "chancery.mail: durations must be above 0, longest-wait no shorter than first-wait and"
              + " kept-for no shorter than given-up-after");
    }
  }

  /**
   * @param tries how often it was tried, from 1
   */
  Duration waitAfter(int tries) {
    Duration wait = firstWait;
    for (int each = 1; each < tries && wait.compareTo(longestWait) < 0; each++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(longestWait) < 0 ? wait : longestWait;
  }

  InternetAddress sender() throws AddressException {
    return MailAddress.of(from);
  }

  private static boolean isSome(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }
}
