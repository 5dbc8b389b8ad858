package app.chancery.consensus;

import app.chancery.platform.words.Coded;
import java.util.Optional;

/** What the secretariat may choose when there is no consensus. */
public enum FallBack implements Coded {
  LOWER_TIER(CouncilOutcome.LOWER_TIER),
  /** A proposal that was withdrawn under silence comes to the table once more. */
  TAKE_UP_AGAIN(null),
  END(CouncilOutcome.NO_CONSENSUS);

  private final CouncilOutcome outcome;

  FallBack(CouncilOutcome outcome) {
    this.outcome = outcome;
  }

  /** How the step ends by that; empty if it goes on. */
  Optional<CouncilOutcome> outcome() {
    return Optional.ofNullable(outcome);
  }
}
