package app.chancery.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DaysTest {

  private static final Instant HALF_PAST_MIDNIGHT = Instant.parse("2026-10-30T23:30:00Z");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 10, 30);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 10, 31);

  private final Days brussels = in("Europe/Brussels");

  @Test
  void aDayBeginsAtMidnightOfTheAlliancesZone() {
    assertThat(brussels.today()).isEqualTo(SATURDAY);
    assertThat(in("UTC").today()).isEqualTo(FRIDAY);
    assertThat(in("America/Los_Angeles").today()).isEqualTo(FRIDAY);
    assertThat(brussels.begin(SATURDAY)).isEqualTo("2026-10-31T00:00+01:00");
    assertThat(brussels.zone()).isEqualTo(ZoneId.of("Europe/Brussels"));
  }

  @Test
  void whatHappenedIsOfTheDayThatTheAllianceHadThen() {
    assertThat(brussels.of(OffsetDateTime.parse("2026-10-30T23:30Z"))).isEqualTo(SATURDAY);
    assertThat(brussels.of(OffsetDateTime.parse("2026-10-30T18:30-05:00"))).isEqualTo(SATURDAY);
    assertThat(brussels.words(OffsetDateTime.parse("2026-10-30T23:30Z"))).isEqualTo("31 Oct 2026");
    assertThat(brussels.words(null)).isEmpty();
  }

  @Test
  void anHourOfTheOfficeIsThatOfItsClocks() {
    assertThat(brussels.at(SATURDAY, LocalTime.of(18, 0))).isEqualTo("2026-10-31T17:00:00Z");
    assertThat(brussels.at(LocalDate.of(2026, 7, 1), LocalTime.of(18, 0)))
        .isEqualTo("2026-07-01T16:00:00Z");
  }

  private static Days in(String zone) {
    return new Days(Clock.fixed(HALF_PAST_MIDNIGHT, ZoneOffset.UTC), ZoneId.of(zone));
  }
}
