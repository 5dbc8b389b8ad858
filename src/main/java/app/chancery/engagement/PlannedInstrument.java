package app.chancery.engagement;

import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * An instrument with its place in the calendar.
 *
 * @param cost {@code low}, {@code medium} or {@code high}
 * @param from the day it is expected to begin
 * @param to the day by which it is expected to be done
 */
public record PlannedInstrument(
    Instrument instrument, String cost, String reach, LocalDate from, LocalDate to) {

  public PlannedInstrument {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("%s would end before it begins".formatted(instrument));
    }
  }

  /** How long it takes, in whole months. */
  public long months() {
    return ChronoUnit.MONTHS.between(from, to);
  }

  /** A row of a table on a form. */
  public Map<String, String> facts() {
    return Map.of(
        "instrument", instrument.title(),
        "cost", cost,
        "reach", reach,
        "from", from.toString(),
        "to", to.toString());
  }
}
