package app.chancery.records;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** What on record can be corrected, each by one form; {@link Corrected} has its parts. */
public enum Correctable implements Coded {
  CANDIDATE_NAME,
  FIGURE,
  ACTIVITY;

  /** What its correction changes, and what it leaves as it was. */
  public String effect() {
    return Words.of(this, "effect");
  }
}
