package app.chancery.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate FORWARD = LocalDate.of(2026, 3, 29);
  private static final LocalDate BACK = LocalDate.of(2026, 10, 25);

  @Test
  void aMomentIsReadWithItsZone() {
    assertThat(Moments.words(OffsetDateTime.parse("2026-11-27T17:00Z"), BRUSSELS))
        .isEqualTo("Friday 27 November 2026, 18:00 (Europe/Brussels)");
  }

  @Test
  void aTimeIsThatOfTheZonesClocks() {
    assertThat(Moments.read(DAY, "18:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-11-27T18:00+01:00"));
    assertThat(Moments.read("2026-06-29T10:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-06-29T10:00+02:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "18",
        "6pm",
        "9:30",
        "18.00",
        "18h00",
        "1800",
        "24:00",
        "18:60",
        "18:00:00",
        "-1:00",
        "18:00+1",
        "18:00 CET",
        "١٨:٠٠"
      })
  void whatIsNoTimeIsRefused(String text) {
    assertThat(Moments.read(DAY, text, BRUSSELS).fault())
        .isEqualTo("'%s' is not a time like 18:00".formatted(text));
  }

  @Test
  void aTimeThatTheClocksLeaveOutIsRefused() {
    assertThat(Moments.read(FORWARD, "02:30", BRUSSELS).fault())
        .isEqualTo(
            "'02:30' does not exist on 29 Mar 2026 in Europe/Brussels: the clocks go from 02:00 to"
                + " 03:00");
    assertThat(Moments.read(FORWARD, "02:30+01:00", BRUSSELS).fault()).contains("does not exist");
    assertThat(Moments.read(FORWARD, "01:59", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-03-29T01:59+01:00"));
    assertThat(Moments.read(FORWARD, "03:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-03-29T03:00+02:00"));
  }

  @Test
  void ofATimeThatTheClocksShowTwiceIsAskedWhich() {
    assertThat(Moments.read(BACK, "02:30", BRUSSELS).fault())
        .isEqualTo(
            "'02:30' comes twice on 25 Oct 2026 in Europe/Brussels: write 02:30+02:00 for the"
                + " first, 02:30+01:00 for the second");
    assertThat(Moments.read(BACK, "02:30+02:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-10-25T02:30+02:00"));
    assertThat(Moments.read("2026-10-25T02:30+01:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-10-25T02:30+01:00"));
    assertThat(Moments.read(BACK, "03:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-10-25T03:00+01:00"));
  }

  @Test
  void anOffsetThatTheZoneDoesNotHaveThenIsRefused() {
    assertThat(Moments.read(DAY, "18:00+02:00", BRUSSELS).fault())
        .isEqualTo(
            "'18:00+02:00' does not exist on 27 Nov 2026 in Europe/Brussels, where the offset is"
                + " then +01:00");
    assertThat(Moments.read(DAY, "18:00Z", BRUSSELS).fault()).contains("is then +01:00");
    assertThat(Moments.read(DAY, "18:00+01:00", BRUSSELS).value())
        .isEqualTo(OffsetDateTime.parse("2026-11-27T18:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, is not a day with a time",
    "18:00, is not a day with a time",
    "01/02/2026T18:00, '01/02/2026' is not a date that can be told",
    "2026-11-31T18:00, '2026-11-31' is no day of the calendar",
    "2026-11-27T6pm, '6pm' is not a time like 18:00",
    "2026-11-27T18:00T, '18:00T' is not a time like 18:00"
  })
  void ofADayWithATimeTheBadPartIsNamed(String text, String fault) {
    assertThat(Moments.read(text, BRUSSELS).fault()).contains(fault);
  }

  /** In zones that change their clocks in all sorts of ways. */
  @Test
  void whatIsWrittenOutAgainReadsTheSame() {
    Random random = new Random(1908);
    String[] zones = {
      "Europe/Brussels", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"
    };
    for (int round = 0; round < 20_000; round++) {
      ZoneId zone = ZoneId.of(zones[random.nextInt(zones.length)]);
      OffsetDateTime moment =
          Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE) / 60 * 60L)
              .atZone(zone)
              .toOffsetDateTime();
      assertThat(Moments.read(moment.toLocalDate(), moment.toOffsetTime().toString(), zone).value())
          .isEqualTo(moment);
    }
  }

  /** Every quarter of an hour of the two nights: read as what the clocks show, or refused. */
  @Test
  void noTimeIsMovedWithoutAWord() {
    for (LocalDate night : new LocalDate[] {FORWARD, BACK, DAY}) {
      for (int minute = 0; minute < 24 * 60; minute += 15) {
        LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
        Moments.read(
                night,
                String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute()),
                BRUSSELS)
            .found()
            .ifPresent(
                moment ->
                    assertThat(moment.atZoneSameInstant(BRUSSELS).toLocalDateTime())
                        .isEqualTo(night.atTime(time)));
      }
    }
  }
}
