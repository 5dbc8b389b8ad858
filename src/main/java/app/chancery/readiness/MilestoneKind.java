package app.chancery.readiness;

import app.chancery.platform.words.Coded;

/** What a milestone is needed for. */
public enum MilestoneKind implements Coded {
  /** Accession talks never start before it is met (rule 5). */
  INTEROPERABILITY,
  GENERAL
}
