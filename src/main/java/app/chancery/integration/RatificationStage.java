package app.chancery.integration;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** The three dates kept of each Party's ratification. */
public enum RatificationStage {
  /** Its parliament has approved. */
  PARLIAMENT("parliament"),
  /** Its head of state has signed. */
  SIGNATURE("signature"),
  /** The depositary has received its acceptance: only this one brings the protocol into force. */
  DEPOSIT("deposit");

  private final String word;

  RatificationStage(String word) {
    this.word = word;
  }

  /** The word in JSON and on forms. */
  @JsonValue
  public String word() {
    return word;
  }

  public static Optional<RatificationStage> of(String word) {
    return Arrays.stream(values()).filter(stage -> stage.word.equals(word)).findFirst();
  }
}
