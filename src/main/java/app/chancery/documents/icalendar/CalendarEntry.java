package app.chancery.documents.icalendar;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * A date in a calendar.
 *
 * @param uid the same each time the same date is told, also when it moves; unique in the world
 * @param revision how often it was moved or changed since it was told first; from 0
 * @param begins a {@link ZonedDateTime} for a moment, a {@link LocalDate} for a whole day
 * @param category what kind of date it is
 * @param tentative whether it may not take place
 * @param link where more is told; null for nowhere
 * @param remindBefore how long before it a calendar program reminds of it; null if it does not
 */
public record CalendarEntry(
    String uid,
    int revision,
    Temporal begins,
    String summary,
    String description,
    String category,
    boolean tentative,
    URI link,
    Duration remindBefore) {

  public CalendarEntry {
    if (!(begins instanceof ZonedDateTime) && !(begins instanceof LocalDate)) {
      throw new IllegalArgumentException("A calendar entry is at a moment or on a day: " + begins);
    }
  }

  /** One of which nobody is reminded. */
  public CalendarEntry(
      String uid,
      int revision,
      Temporal begins,
      String summary,
      String description,
      String category,
      boolean tentative,
      URI link) {
    this(uid, revision, begins, summary, description, category, tentative, link, null);
  }

  /** The same as a deadline, of which a calendar program reminds so long before. */
  public CalendarEntry reminded(Duration before) {
    return new CalendarEntry(
        uid, revision, begins, summary, description, category, tentative, link, before);
  }
}
