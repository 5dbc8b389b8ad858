package app.chancery.desk.work;

import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How far off a due date is, by the days of the alliance's calendar.
 *
 * @param key of the words that say it, in the message bundle
 * @param days to it or since it, never negative
 * @param day in words
 * @param at the moment itself
 * @param overdue whether it has passed
 */
public record Due(String key, long days, String day, OffsetDateTime at, boolean overdue) {

  /**
   * @param at null gives null
   */
  public static Due of(Instant at, Instant now, Days calendar) {
    if (at == null) {
      return null;
    }
    LocalDate day = calendar.of(at);
    long days = ChronoUnit.DAYS.between(calendar.of(now), day);
    boolean overdue = at.isBefore(now);
    return new Due(
        key(days, overdue), Math.abs(days), Dates.words(day), at.atOffset(ZoneOffset.UTC), overdue);
  }

  /** Of a task that stands still: nothing is late, and the day moves when its programme goes on. */
  public Due putOff() {
    return new Due("work.due.putOff", days, day, at, false);
  }

  private static String key(long days, boolean overdue) {
    if (overdue) {
      return days == 0 ? "work.due.passedToday" : "work.due.passed";
    }
    if (days == 0) {
      return "work.due.today";
    }
    return days == 1 ? "work.due.tomorrow" : "work.due.ahead";
  }
}
