package app.chancery.dossier;

import app.chancery.words.Coded;

/** How far the candidate's public is exposed to hostile propaganda. */
public enum PropagandaExposure implements Coded {
  LOW,
  MEDIUM,
  HIGH;
}
