package app.chancery.engagement;

/** What a milestone is needed for. */
public enum MilestoneKind {
  /** Accession talks never start before it is met (rule 5). */
  INTEROPERABILITY,
  GENERAL
}
