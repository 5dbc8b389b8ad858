package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** What the secretariat may choose when there is no consensus. */
public enum FallBack implements Coded {
  LOWER_TIER(CouncilOutcome.LOWER_TIER),
  END(CouncilOutcome.NO_CONSENSUS);

  private final CouncilOutcome outcome;

  FallBack(CouncilOutcome outcome) {
    this.outcome = outcome;
  }

  CouncilOutcome outcome() {
    return outcome;
  }
}
