package app.chancery.integration;

import app.chancery.platform.words.Coded;
import java.util.Optional;

/** The three dates kept of each Party's ratification. */
public enum RatificationStage implements Coded {
  /** Its parliament has approved. */
  PARLIAMENT,
  /** Its head of state has signed. */
  SIGNATURE,
  /** The depositary has received its acceptance: only this one brings the protocol into force. */
  DEPOSIT;

  public static Optional<RatificationStage> of(String word) {
    return Coded.find(RatificationStage.class, word);
  }
}
