package app.chancery.oversight;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the oversight committee may decide in a review. */
public enum CommitteeDecision {
  CONTINUE("continue"),
  ADJUST_MILESTONES("adjust milestones"),
  MOVE_TIER_UP("move tier up"),
  MOVE_TIER_DOWN("move tier down"),
  SUSPEND("suspend"),
  RESUME("resume"),
  TERMINATE("terminate");

  private final String word;

  CommitteeDecision(String word) {
    this.word = word;
  }

  /** The word in texts, policy tables and JSON. */
  @JsonValue
  public String word() {
    return word;
  }

  /** As people read it in a refusal. */
  @Override
  public String toString() {
    return word;
  }

  public boolean movesTier() {
    return this == MOVE_TIER_UP || this == MOVE_TIER_DOWN;
  }

  /** Whether the reviews of the programme go on after it. */
  public boolean keepsOversight() {
    return !movesTier() && this != TERMINATE;
  }

  public static CommitteeDecision of(String word) {
    for (CommitteeDecision decision : values()) {
      if (decision.word.equals(word)) {
        return decision;
      }
    }
    throw new IllegalArgumentException("The committee cannot decide '" + word + "'");
  }
}
