package app.chancery.platform.signon;

import app.chancery.platform.words.Words;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** No password is taken for a while (HTTP 429). */
class TooManyAttempts extends AuthenticationException {

  private final long seconds;

  TooManyAttempts(Duration wait) {
    super(Words.of("tooManyAttempts.tooManyWrongPasswordsCameFrom"));
    seconds = wait.plusMillis(999).toSeconds();
  }

  /** How long to wait; at least one. */
  long seconds() {
    return Math.max(1, seconds);
  }

  /** For the person or program that has to wait. */
  String sentence() {
    return getMessage() + " " + Words.counted("tooManyAttempts.tryAgain", seconds());
  }
}
