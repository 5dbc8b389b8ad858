package app.chancery.diplomacy;

import app.chancery.platform.words.Coded;

/** What an audience thinks today. */
public enum Attitude implements Coded {
  SUPPORTIVE,
  OPEN,
  INDIFFERENT,
  SCEPTICAL,
  OPPOSED;
}
