package app.chancery.forecast;

import app.chancery.platform.words.Coded;

/** Which cases a stage is compared with, the narrowest first. */
public enum Reference implements Coded {
  /** None: silence runs, and its end is known. */
  DEADLINE,
  OFFICE_SAME_TIER,
  OFFICE,
  RECENT_ACCESSIONS,
  ALL_ACCESSIONS;

  /**
   * Whether a case belongs to it.
   *
   * @param standing of the programme that is compared
   */
  boolean has(Way way, Standing standing, ForecastPolicy policy) {
    return switch (this) {
      case DEADLINE -> false;
      case OFFICE_SAME_TIER ->
          way.isOfOffice() && way.tier() != null && way.tier() == standing.tier();
      case OFFICE -> way.isOfOffice();
      case RECENT_ACCESSIONS ->
          way.isOfOffice()
              || policy.isRecent(way.day(Stage.PROTOCOL).orElseThrow(), standing.asOf());
      case ALL_ACCESSIONS -> true;
    };
  }
}
