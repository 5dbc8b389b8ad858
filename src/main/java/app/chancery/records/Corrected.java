package app.chancery.records;

import app.chancery.platform.words.Coded;

/** What of a record can be corrected. */
public enum Corrected implements Coded {
  CANDIDATE_NAME(Correctable.CANDIDATE_NAME),
  FIGURE_VALUE(Correctable.FIGURE),
  FIGURE_AS_OF(Correctable.FIGURE),
  FIGURE_SOURCE(Correctable.FIGURE),
  ACTIVITY_DATE(Correctable.ACTIVITY),
  ACTIVITY_PROGRAMME(Correctable.ACTIVITY);

  private final Correctable entry;

  Corrected(Correctable entry) {
    this.entry = entry;
  }

  /** The kind of entry it is a part of. */
  public Correctable entry() {
    return entry;
  }
}
