package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** How the step ends. */
public enum CouncilOutcome implements Coded {
  ADOPTED,
  /** No consensus on this tier: the package is designed anew from the next lower one. */
  LOWER_TIER,
  NO_CONSENSUS,
  /** The programme ended while the council dealt with its proposal. */
  WITHDRAWN;
}
