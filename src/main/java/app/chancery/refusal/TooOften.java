package app.chancery.refusal;

import java.time.Duration;

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

  public Duration toWait() {
    return wait;
  }
}
