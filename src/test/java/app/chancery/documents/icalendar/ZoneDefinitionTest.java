package app.chancery.documents.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time zones in a calendar, of all places of the world. */
class ZoneDefinitionTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  private static final Pattern BEGIN =
      Pattern.compile("DTSTART;TZID=[^:]+:(\\d{8}T\\d{6})\r\nDTEND");

  private final CalendarWriter writer = new CalendarWriter();

  @Test
  void brusselsHasTodaysRulesAndNothingElse() {
    assertThat(write(ZoneId.of("Europe/Brussels")))
        .contains(
            String.join(
                "\r\n",
                "BEGIN:VTIMEZONE",
                "TZID:Europe/Brussels",
                "BEGIN:DAYLIGHT",
                "DTSTART:20250330T020000",
                "TZOFFSETFROM:+0100",
                "TZOFFSETTO:+0200",
                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
                "END:DAYLIGHT",
                "BEGIN:STANDARD",
                "DTSTART:20251026T030000",
                "TZOFFSETFROM:+0200",
                "TZOFFSETTO:+0100",
                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
                "END:STANDARD",
                "END:VTIMEZONE",
                ""));
  }

  @Test
  void aZoneWithoutSummerTimeHasOneStandard() {
    assertThat(write(ZoneId.of("Europe/Istanbul")))
        .contains("DTSTART;TZID=Europe/Istanbul:20261128T150000")
        .contains("TZOFFSETFROM:+0300\r\nTZOFFSETTO:+0300\r\nEND:STANDARD")
        .doesNotContain("DAYLIGHT", "RRULE");
  }

  /** Morocco's clocks follow the moon; no yearly rule says when. */
  @ParameterizedTest
  @ValueSource(strings = {"Africa/Casablanca", "Africa/Cairo", "+02:00", "Z"})
  void whatHasNoNameOrNoYearlyRuleIsWrittenInUtc(String zone) {
    assertThat(write(ZoneId.of(zone))).contains("DTSTART:2026").doesNotContain("VTIMEZONE", "TZID");
  }

  @Test
  void aMomentReadsTheSameInEveryZoneOfTheWorld() {
    SoftAssertions all = new SoftAssertions();
    ZoneId.getAvailableZoneIds().stream()
        // Those of Java: the library adds some of its own.
        .filter(id -> !id.startsWith("ical4j"))
        .map(ZoneId::of)
        .forEach(
            zone ->
                ZoneDefinition.of(zone, NOW)
                    .map(definition -> new WrittenZone(definition.toString()))
                    .ifPresent(
                        written ->
                            all.assertThat(
                                    moments(zone).map(at -> written.at(at.toLocalDateTime())))
                                .as(zone.getId())
                                .containsExactlyElementsOf(
                                    moments(zone).map(ZonedDateTime::toInstant).toList())));
    all.assertAll();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Brussels",
        "Europe/London",
        "America/New_York",
        "America/Toronto",
        "Africa/Juba",
        "Asia/Tbilisi",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Pacific/Auckland"
      })
  void whatTheCalendarWritesIsTheTimeOfThePlace(String id) {
    List<ZonedDateTime> moments = moments(ZoneId.of(id)).toList();

    String written = writer.write("Moments", NOW, moments.stream().map(this::entry).toList());

    WrittenZone zone = new WrittenZone(written);
    assertThat(BEGIN.matcher(written).results())
        .extracting(begin -> zone.at(WrittenZone.dateTime(begin.group(1))))
        .containsExactlyElementsOf(moments.stream().map(ZonedDateTime::toInstant).toList());
  }

  /** A day of every month for some years, and the hours around the changes of the clocks. */
  private static Stream<ZonedDateTime> moments(ZoneId zone) {
    Stream<ZonedDateTime> months = IntStream.range(0, 40).mapToObj(NOW.atZone(zone)::plusMonths);
    Stream<ZonedDateTime> changes =
        Stream.iterate(
                zone.getRules().nextTransition(NOW),
                change -> change != null,
                change -> zone.getRules().nextTransition(change.getInstant()))
            .limit(6)
            .map(change -> change.getInstant().atZone(zone))
            // The hour that the autumn doubles has no local time of its own.
            .flatMap(change -> Stream.of(change.minusHours(3), change.plusHours(3)));
    return Stream.concat(months, changes);
  }

  private String write(ZoneId zone) {
    return writer.write("One", NOW, List.of(entry(NOW.atZone(zone))));
  }

  private CalendarEntry entry(ZonedDateTime begins) {
    return new CalendarEntry(
        "moment-%s@chancery".formatted(begins.toEpochSecond()),
        0,
        begins,
        "A moment",
        "It is one.",
        "review",
        false,
        URI.create("http://localhost/"));
  }
}
