package app.chancery.consensus;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the council writes a moment: never without its time zone. */
final class Moments {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private Moments() {}

  /** For example {@code Friday 27 November 2026, 18:00 (Europe/Brussels)}. */
  static String read(OffsetDateTime moment, ZoneId zone) {
    return "%s (%s)".formatted(FORMAT.format(moment.atZoneSameInstant(zone)), zone.getId());
  }
}
