package app.chancery.oversight;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** How a rating compares with the one of the quarterly review before. */
public enum RatingChange implements Coded {
  BETTER,
  SAME,
  WORSE;

  /** Stands beside the letter of a colour. */
  public String arrow() {
    return Words.of(this, "arrow");
  }

  /** The same in words. */
  public String sinceLast() {
    return Words.of(this, "sinceLast");
  }
}
