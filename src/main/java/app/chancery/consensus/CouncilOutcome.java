package app.chancery.consensus;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the step ends. */
public enum CouncilOutcome {
  ADOPTED("adopted"),
  /** No consensus on this tier: the package is designed anew from the next lower one. */
  LOWER_TIER("lower-tier"),
  NO_CONSENSUS("no-consensus");

  private final String word;

  CouncilOutcome(String word) {
    this.word = word;
  }

  /** The word in the process variable {@code councilOutcome} and in JSON. */
  @JsonValue
  public String word() {
    return word;
  }
}
