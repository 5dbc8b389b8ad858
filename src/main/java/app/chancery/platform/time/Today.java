package app.chancery.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * The one calendar day for the whole office: that of the alliance's zone. A day begins at its
 * midnight, wherever the machine stands and whatever hour it is in UTC.
 */
public class Today {

  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param zone that of the alliance
   */
  public Today(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** The day it is now. */
  public LocalDate day() {
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

  /** The zone whose midnight begins a day. */
  public ZoneId zone() {
    return zone;
  }
}
