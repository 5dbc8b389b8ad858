package app.chancery.platform.refusal;

import java.time.Duration;
import java.util.function.UnaryOperator;

/** The input may be right, but it is one too many for now (HTTP 429). */
public class TooOften extends Refused {

  private final Duration wait;

  /**
   * @param wait how long until the next one is taken
   */
  public TooOften(String message, Duration wait) {
    super("", message);
    this.wait = wait;
  }

  /** Not a moment too early for whoever counts in whole seconds. */
  public long secondsToWait() {
    return wait.toSeconds() + 1;
  }

  /** It names no field. */
  @Override
  public TooOften naming(UnaryOperator<String> names) {
    return this;
  }
}
