package app.chancery.prerequisites;

import app.chancery.platform.words.Coded;

/** What the executives do with a readiness baseline. */
public enum EndorsementChoice implements Coded {
  ENDORSE,
  SEND_BACK,
  SHELVE;

  public boolean isEndorsed() {
    return this == ENDORSE;
  }

  public boolean isShelved() {
    return this == SHELVE;
  }
}
