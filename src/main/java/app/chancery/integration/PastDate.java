package app.chancery.integration;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;

/** Reads the day of something that has happened since there is an alliance. */
final class PastDate {

  private PastDate() {}

  /**
   * The day that a text says; today, with a fault, if it is missing, unreadable, in the future or
   * before there was an alliance.
   *
   * @param founded the day since which there is one
   */
  static LocalDate of(
      String field, String text, LocalDate founded, LocalDate today, Faults faults) {
    if (text == null || text.isBlank()) {
      faults.add(field, Words.of("form.required"));
      return today;
    }
    return Dates.read(text)
        .orFault(field, faults)
        .filter(
            day ->
                faults.check(
                    !day.isAfter(today),
                    field,
                    Words.of("pastDate.mustNotBeInTheFuture").formatted(Dates.words(day))))
        .filter(
            day ->
                faults.check(
                    !day.isBefore(founded),
                    field,
                    Words.of("pastDate.beforeTheAlliance")
                        .formatted(Dates.words(day), Dates.words(founded))))
        .orElse(today);
  }
}
