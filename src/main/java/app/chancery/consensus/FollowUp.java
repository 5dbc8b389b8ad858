package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** What the secretariat may do with a round while silence runs. */
public enum FollowUp implements Coded {
  EXTEND,
  WITHDRAW;

  public boolean silenceGoesOn() {
    return this == EXTEND;
  }
}
