package app.chancery.engagement;

import java.time.LocalDate;

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
}
