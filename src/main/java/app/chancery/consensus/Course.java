package app.chancery.consensus;

import app.chancery.platform.words.Coded;

/** How to go on after a consultation with those who objected. */
public enum Course implements Coded {
  AMEND,
  RETABLE,
  HOLD,
  WITHDRAW;
}
