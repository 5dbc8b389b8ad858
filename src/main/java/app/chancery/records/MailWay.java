package app.chancery.records;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** How a person is told of a notice by mail. */
public enum MailWay implements Coded {
  /** A mail of its own, at once. */
  AT_ONCE,
  /** In the one mail of the morning. */
  DIGEST,
  /** In the inbox alone. */
  NONE;

  /** As what a notice has gone to somebody. */
  public String told() {
    return Words.of(this, "told");
  }
}
