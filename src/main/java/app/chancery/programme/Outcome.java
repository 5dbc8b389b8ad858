package app.chancery.programme;

import app.chancery.platform.words.Coded;

/** How a programme ended. */
public enum Outcome implements Coded {
  SETTLED,
  ACCEDED,
  NO_CONSENSUS,
  SHELVED,
  TERMINATED,
  WITHDRAWN;

  public String sentence() {
    return word();
  }
}
