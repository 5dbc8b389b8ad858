package app.chancery.diplomacy;

import app.chancery.platform.words.Coded;

/** What the executives do with a media brief. */
public enum BriefDecision implements Coded {
  APPROVE,
  SEND_BACK;
}
