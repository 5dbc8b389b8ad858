package app.chancery.integration;

import app.chancery.platform.words.Coded;

/** What a check of domestic opposition to membership found in the candidate's country. */
public enum OppositionFinding implements Coded {
  NONE,
  MANAGEABLE,
  BLOCKING;
}
