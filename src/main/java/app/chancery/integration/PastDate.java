package app.chancery.integration;

import app.chancery.platform.refusal.Faults;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads the day of something that has happened. */
final class PastDate {

  private PastDate() {}

  /**
   * The day that a text says; today, with a fault, if it is missing, unreadable or in the future.
   */
  static LocalDate of(String field, String text, LocalDate today, Faults faults) {
    if (text == null || text.isBlank()) {
      faults.add(field, "is required");
      return today;
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      faults.check(!day.isAfter(today), field, "must not be in the future: " + day);
      return day;
    } catch (DateTimeParseException e) {
      faults.add(field, "'" + text + "' is not a date like 2026-11-01");
      return today;
    }
  }
}
