package app.chancery.prerequisites;

import app.chancery.platform.words.Coded;

/** Whether a part is as it must be before anybody is approached. */
public enum Verdict implements Coded {
  SATISFIED,
  NOT_SATISFIED;

  public boolean isSatisfied() {
    return this == SATISFIED;
  }
}
