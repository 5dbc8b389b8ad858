package app.chancery.records;

import app.chancery.platform.words.Coded;

/** How a person is told of a notice by mail. */
public enum MailWay implements Coded {
  /** A mail of its own, at once. */
  AT_ONCE,
  /** In the one mail of the morning. */
  DIGEST,
  /** In the inbox alone. */
  NONE
}
