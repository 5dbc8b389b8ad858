package app.chancery.prerequisites;

/** What the executives do with a readiness baseline. */
public enum EndorsementChoice {
  ENDORSE,
  SEND_BACK,
  SHELVE;

  public boolean isEndorsed() {
    return this == ENDORSE;
  }

  public boolean isShelved() {
    return this == SHELVE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
