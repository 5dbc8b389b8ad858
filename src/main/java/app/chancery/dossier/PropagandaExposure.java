package app.chancery.dossier;

/** How far the candidate's public is exposed to hostile propaganda. */
public enum PropagandaExposure {
  LOW,
  MEDIUM,
  HIGH;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
