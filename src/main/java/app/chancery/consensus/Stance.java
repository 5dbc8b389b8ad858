package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** What an Ally may answer in a round. To say nothing is not a stance: silence is assent. */
public enum Stance implements Coded {
  NO_OBJECTION,
  /** Recorded with its text and attached to the endorsement; it does not block. */
  RESERVATION,
  /** Breaks the silence at once; needs a reason. */
  OBJECTION;
}
