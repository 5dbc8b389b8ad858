package app.chancery.records.dossier;

import app.chancery.platform.words.Coded;

/** How far the candidate's public is exposed to hostile propaganda. */
public enum PropagandaExposure implements Coded {
  LOW,
  MEDIUM,
  HIGH;
}
