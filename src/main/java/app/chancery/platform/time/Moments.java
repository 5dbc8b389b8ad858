package app.chancery.platform.time;

import app.chancery.platform.refusal.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of a day with a time, and how people read it: never without its time zone. A time
 * is written {@code 18:00}, from 00:00 to 23:59. One that the clocks leave out on that day is
 * refused, and one that they show twice is until its offset is written behind it: {@code
 * 02:30+01:00}.
 */
public final class Moments {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ROOT);

  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm:ss", Locale.ROOT);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<time>(?:[01]\\d|2[0-3]):[0-5]\\d)(?<offset>Z|[+-](?:0\\d|1[0-7]):[0-5]\\d)?");

  private static final String UNREAD = "time.unread";

  private Moments() {}

  /** For example {@code Friday 27 November 2026, 18:00 (Europe/Brussels)}. */
  public static String words(OffsetDateTime moment, ZoneId zone) {
    return "%s (%s)"
        .formatted(Dates.spoken(WORDS).format(moment.atZoneSameInstant(zone)), zone.getId());
  }

  /** The same to the second, for what is kept as proof. */
  public static String exact(OffsetDateTime moment, ZoneId zone) {
    return "%s (%s)"
        .formatted(Dates.spoken(EXACT).format(moment.atZoneSameInstant(zone)), zone.getId());
  }

  /** For example {@code 27 Nov 2026, 18:00 (Europe/Brussels)}. */
  public static String inShort(Instant moment, ZoneId zone) {
    return "%s, %s (%s)"
        .formatted(Dates.words(dayOf(moment, zone)), timeOf(moment, zone), zone.getId());
  }

  /**
   * The day that a zone's clocks show at a moment; the office's own day is that of {@link Days}.
   */
  public static LocalDate dayOf(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone);
  }

  /** The time that a zone's clocks show at a moment, with its offset where they show it twice. */
  public static String timeOf(Instant moment, ZoneId zone) {
    LocalDateTime shown = LocalDateTime.ofInstant(moment, zone);
    ZoneRules rules = zone.getRules();
    return TIME.format(shown)
        + (rules.getValidOffsets(shown).size() > 1 ? rules.getOffset(moment) : "");
  }

  /**
   * The moment that a text says, or why it says none.
   *
   * @param text for example {@code 2026-11-27T18:00}
   * @param zone whose clocks are meant
   */
  public static Reading<OffsetDateTime> read(String text, ZoneId zone) {
    String[] parts = text.strip().split("T", 2);
    if (parts.length < 2) {
      return Reading.refused(text, "moment.unread", "moment.unread");
    }
    return Dates.read(parts[0]).then(day -> read(day, parts[1], zone));
  }

  /**
   * The moment of a day at which a zone's clocks show a time, or why there is none.
   *
   * @param time for example {@code 18:00}, or {@code 02:30+01:00} where there are two
   */
  public static Reading<OffsetDateTime> read(LocalDate day, String time, ZoneId zone) {
    Matcher written = WRITTEN.matcher(time.strip());
    if (!written.matches()) {
      return Reading.refused(time, UNREAD, UNREAD);
    }
    LocalDateTime shown = day.atTime(LocalTime.parse(written.group("time"), TIME));
    Optional<ZoneOffset> offset = Optional.ofNullable(written.group("offset")).map(ZoneOffset::of);
    List<ZoneOffset> possible = zone.getRules().getValidOffsets(shown);
    if (possible.isEmpty()) {
      return leftOut(shown, zone);
    }
    if (offset.isPresent() && !possible.contains(offset.get())) {
      return Reading.refused(
          time,
          UNREAD,
          "time.otherOffset",
          Dates.words(day),
          zone.getId(),
          possible.get(0).getId());
    }
    return offset.isEmpty() && possible.size() > 1
        ? twice(shown, zone, possible)
        : Reading.of(shown.atOffset(offset.orElse(possible.get(0))));
  }

  private static Reading<OffsetDateTime> leftOut(LocalDateTime shown, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(shown);
    return Reading.refused(
        TIME.format(shown),
        UNREAD,
        "time.leftOut",
        Dates.words(shown.toLocalDate()),
        zone.getId(),
        TIME.format(change.getDateTimeBefore()),
        TIME.format(change.getDateTimeAfter()));
  }

  private static Reading<OffsetDateTime> twice(
      LocalDateTime shown, ZoneId zone, List<ZoneOffset> possible) {
    String time = TIME.format(shown);
    return Reading.refused(
        time,
        UNREAD,
        "time.twice",
        Dates.words(shown.toLocalDate()),
        zone.getId(),
        time + possible.get(0),
        time + possible.get(1));
  }
}
