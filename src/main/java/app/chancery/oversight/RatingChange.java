package app.chancery.oversight;

import app.chancery.platform.words.Coded;

/** How a rating compares with the one of the quarterly review before. */
public enum RatingChange implements Coded {
  BETTER,
  SAME,
  WORSE
}
