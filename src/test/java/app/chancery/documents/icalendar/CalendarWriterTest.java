package app.chancery.documents.icalendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What calendar programs take; another library than the one that wrote it reads it. */
class CalendarWriterTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final String NAMES = "Türkiye, Україна, 日本国, 𐌰𐌱𐌲; ".repeat(12);

  private final String written =
      new CalendarWriter()
          .write(
              "Chancery",
              NOW,
              List.of(
                  entry("moment@chancery", NOW.atZone(ZoneId.of("Europe/Brussels")), 3),
                  entry("day@chancery", LocalDate.parse("2026-12-01"), 0)));

  @Test
  void itIsPublishedAndAsksToBeReadAgainInAnHour() {
    assertThat(written)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains(
            "VERSION:2.0\r\n",
            "METHOD:PUBLISH\r\n",
            "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n",
            "X-PUBLISHED-TTL:PT1H\r\n")
        .endsWith("END:VCALENDAR\r\n");
    assertThat(Biweekly.parse(written).first().validate(ICalVersion.V2_0).isEmpty()).isTrue();
  }

  @Test
  void everyLineEndsWithBothSignsAndHasAtMost75Octets() {
    assertThat(written.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(written.split("\r\n"))
        .hasSizeGreaterThan(30)
        .extracting(line -> line.getBytes(StandardCharsets.UTF_8).length)
        .allMatch(octets -> octets <= 75);
  }

  @Test
  void aLongLineInAnyScriptReadsAsItWasWritten() {
    assertThat(Biweekly.parse(written).first().getEvents())
        .extracting(event -> event.getDescription().getValue())
        .containsOnly(NAMES);
  }

  @Test
  void anEntryHasAnIdentityARevisionAnOrganizerABeginAndALaterEnd() {
    ICalendar calendar = Biweekly.parse(written).first();

    assertThat(calendar.getEvents())
        .extracting(event -> event.getUid().getValue(), event -> event.getSequence().getValue())
        .containsExactly(tuple("moment@chancery", 3), tuple("day@chancery", 0));
    assertThat(calendar.getEvents())
        .hasSize(2)
        .allSatisfy(
            event -> {
              assertThat(event.getDateEnd().getValue().toInstant())
                  .isAfter(event.getDateStart().getValue().toInstant());
              assertThat(event.getDateTimeStamp().getValue().toInstant()).isEqualTo(NOW);
              assertThat(event.getOrganizer().getCommonName()).isEqualTo("Chancery");
            });
    assertThat(calendar.getEvents())
        .extracting(VEvent::getDateStart)
        .extracting(start -> start.getValue().hasTime())
        .containsExactly(true, false);
  }

  private static CalendarEntry entry(String uid, Temporal begins, int revision) {
    return new CalendarEntry(
        uid, revision, begins, "An entry", NAMES, "review", false, URI.create("http://localhost/"));
  }
}
