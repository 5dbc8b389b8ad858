package app.chancery.prerequisites;

/** Whether a part is as it must be before anybody is approached. */
public enum Verdict {
  SATISFIED,
  NOT_SATISFIED;

  public boolean isSatisfied() {
    return this == SATISFIED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }
}
