package app.chancery.consensus;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the secretariat may choose when there is no consensus. */
public enum FallBack {
  LOWER_TIER("lower tier", CouncilOutcome.LOWER_TIER),
  END("end", CouncilOutcome.NO_CONSENSUS);

  private final String word;
  private final CouncilOutcome outcome;

  FallBack(String word, CouncilOutcome outcome) {
    this.word = word;
    this.outcome = outcome;
  }

  @JsonValue
  public String word() {
    return word;
  }

  CouncilOutcome outcome() {
    return outcome;
  }
}
