package app.chancery.documents.icalendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A VTIMEZONE read as RFC 5545 says, by the text alone: libraries for calendars take the zone's
 * name for what it is on the machine, or assume that summer time is one hour.
 */
class WrittenZone {

  private static final Pattern OBSERVANCE =
      Pattern.compile(
          """
          BEGIN:(?:STANDARD|DAYLIGHT)
          DTSTART:(\\d{8}T\\d{6})
          TZOFFSETFROM:([-+]\\d{4,6})
          TZOFFSETTO:([-+]\\d{4,6})
          (?:RRULE:FREQ=YEARLY;BYMONTH=(\\d+);BYDAY=(-?\\d)([A-Z]{2})
          )?END""");

  private static final int YEARS = 12;

  /** Which offset counts from which moment on. */
  private final NavigableMap<Instant, ZoneOffset> offsets = new TreeMap<>();

  WrittenZone(String calendar) {
    Matcher matcher = OBSERVANCE.matcher(calendar.replace("\r\n", "\n"));
    matcher.results().forEach(this::observe);
  }

  private void observe(MatchResult observance) {
    LocalDateTime first = dateTime(observance.group(1));
    ZoneOffset before = ZoneOffset.of(observance.group(2));
    ZoneOffset after = ZoneOffset.of(observance.group(3));
    onsets(first, observance).forEach(onset -> offsets.put(onset.toInstant(before), after));
  }

  private static Stream<LocalDateTime> onsets(LocalDateTime first, MatchResult observance) {
    if (observance.group(4) == null) {
      return Stream.of(first);
    }
    int month = Integer.parseInt(observance.group(4));
    int week = Integer.parseInt(observance.group(5));
    DayOfWeek day =
        Arrays.stream(DayOfWeek.values())
            .filter(each -> each.name().startsWith(observance.group(6)))
            .findFirst()
            .orElseThrow();
    List<LocalDateTime> onsets =
        Stream.iterate(first.getYear(), year -> year + 1)
            .limit(YEARS)
            .map(year -> LocalDate.of(year, month, 1))
            .map(date -> date.with(TemporalAdjusters.dayOfWeekInMonth(week, day)))
            .map(date -> date.atTime(first.toLocalTime()))
            .toList();
    if (!onsets.get(0).equals(first)) {
      throw new AssertionError("DTSTART is no onset of its own rule: " + observance.group());
    }
    return onsets.stream();
  }

  static LocalDateTime dateTime(String text) {
    return LocalDateTime.parse(text, DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT));
  }

  /** The moment at which clocks of the zone show that time; the earlier one if two do. */
  Instant at(LocalDateTime local) {
    return offsets.values().stream()
        .distinct()
        .map(local::toInstant)
        .filter(moment -> local.toInstant(offsets.floorEntry(moment).getValue()).equals(moment))
        .min(Instant::compareTo)
        .orElseThrow(() -> new AssertionError(local + " never comes"));
  }
}
