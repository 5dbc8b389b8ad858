package app.chancery.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The calendar of the whole office: that of the alliance's zone. A day begins at its midnight,
 * wherever the machine stands and whatever day it is in UTC. Nobody else turns a moment into a day.
 */
public class Days {

  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone that of the alliance
   */
  public Days(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** The day it is now. */
  public LocalDate today() {
    return of(clock.instant());
  }

  /** The day on which something happened, or will. */
  public LocalDate of(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The same of a moment with an offset, which does not matter. */
  public LocalDate of(OffsetDateTime moment) {
    return of(moment.toInstant());
  }

  /** The first moment of a day. */
  public OffsetDateTime begin(LocalDate day) {
    return day.atStartOfDay(zone).toOffsetDateTime();
  }

  /** The moment at which the clocks show a time that is on a schedule of the office's own. */
  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /**
   * How people read the day of a moment.
   *
   * @param moment null gives ""
   */
  public String words(OffsetDateTime moment) {
    return moment == null ? "" : Dates.words(of(moment));
  }

  /**
   * How people read a moment: its day and time, in the zone of the alliance, which is named. For
   * example "30 Jun 2027, 18:00 (Europe/Brussels)".
   *
   * @param moment null gives ""
   */
  public String moment(OffsetDateTime moment) {
    return moment == null ? "" : Moments.inShort(moment.toInstant(), zone);
  }

  /** What calendar and clock show at a moment in the zone of the alliance. */
  public LocalDateTime shown(OffsetDateTime moment) {
    return moment.atZoneSameInstant(zone).toLocalDateTime();
  }

  /** The zone whose midnight begins a day. */
  public ZoneId zone() {
    return zone;
  }
}
