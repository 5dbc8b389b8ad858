package app.chancery.consensus;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an Ally may answer in a round. To say nothing is not a stance: silence is assent. */
public enum Stance {
  NO_OBJECTION("no objection"),
  /** Recorded with its text and attached to the endorsement; it does not block. */
  RESERVATION("reservation"),
  /** Breaks the silence at once; needs a reason. */
  OBJECTION("objection");

  private final String word;

  Stance(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
