package app.chancery.platform.mail;

import app.chancery.platform.words.Coded;

/** What became of a mail. */
public enum MailState implements Coded {
  WAITING,
  SENT,
  FAILED
}
