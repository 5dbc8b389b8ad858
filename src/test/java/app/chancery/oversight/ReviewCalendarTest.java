package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewCalendarTest {

  private static final Set<LocalDate> HOLIDAYS =
      Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 2));

  private final ReviewCalendar brussels = calendar("Europe/Brussels", HOLIDAYS);

  @Test
  void twelveQuartersOpenOnTheirFirstWorkingDayAtTheCommitteesHour() {
    List<String> openings =
        new Quarter(2026, 1)
            .until(new Quarter(2029, 1))
            .map(quarter -> calendar("Europe/Brussels", Set.of()).openingOf(quarter).toString())
            .toList();

    // Summer time holds in the second and third quarter and at the beginning of the fourth.
    assertThat(openings)
        .containsExactly(
            "2026-01-01T09:00+01:00",
            "2026-04-01T09:00+02:00",
            "2026-07-01T09:00+02:00",
            "2026-10-01T09:00+02:00",
            "2027-01-01T09:00+01:00",
            "2027-04-01T09:00+02:00",
            "2027-07-01T09:00+02:00",
            "2027-10-01T09:00+02:00",
            "2028-01-03T09:00+01:00",
            "2028-04-03T09:00+02:00",
            "2028-07-03T09:00+02:00",
            "2028-10-02T09:00+02:00");
  }

  @Test
  void aHolidayOnTheFirstWorkingDayMovesTheOpening() {
    // New Year's Day is a Friday; the next working day is the Monday.
    assertThat(brussels.openingOf(new Quarter(2027, 1)))
        .isEqualTo(OffsetDateTime.parse("2027-01-04T09:00+01:00"));
    // Two holidays, then a weekend.
    assertThat(brussels.openingOf(new Quarter(2027, 2)))
        .isEqualTo(OffsetDateTime.parse("2027-04-05T09:00+02:00"));
  }

  @Test
  void theHourIsTheCommitteesWhereverItSits() {
    assertThat(calendar("America/New_York", Set.of()).openingOf(new Quarter(2027, 4)))
        .isEqualTo(OffsetDateTime.parse("2027-10-01T09:00-04:00"));
    assertThat(calendar("Pacific/Auckland", Set.of()).openingOf(new Quarter(2027, 4)))
        .isEqualTo(OffsetDateTime.parse("2027-10-01T09:00+13:00"));
  }

  @Test
  void theFirstOpeningIsTodaysIfItIsStillAhead() {
    assertThat(brussels.firstOpeningFrom(Instant.parse("2027-01-04T07:59:59Z")))
        .isEqualTo(new Quarter(2027, 1));
    assertThat(brussels.firstOpeningFrom(Instant.parse("2027-01-04T08:00:00Z")))
        .isEqualTo(new Quarter(2027, 1));
    assertThat(brussels.firstOpeningFrom(Instant.parse("2027-01-04T08:00:01Z")))
        .isEqualTo(new Quarter(2027, 2));
  }

  @Test
  void theQuarterIsTheOneOfTheCommitteesCalendar() {
    Instant newYearInBrussels = Instant.parse("2026-12-31T23:30:00Z");

    assertThat(brussels.quarterAt(newYearInBrussels)).isEqualTo(new Quarter(2027, 1));
    assertThat(calendar("America/New_York", Set.of()).quarterAt(newYearInBrussels))
        .isEqualTo(new Quarter(2026, 4));
  }

  @Test
  void quartersFollowEachOtherOverTheTurnOfTheYearAndLeapDays() {
    assertThat(new Quarter(2027, 4).next()).isEqualTo(new Quarter(2028, 1));
    assertThat(new Quarter(2028, 1).previous()).isEqualTo(new Quarter(2027, 4));
    assertThat(Quarter.of(LocalDate.of(2028, 2, 29))).isEqualTo(new Quarter(2028, 1));
    assertThat(new Quarter(2028, 1).lastDay()).isEqualTo(LocalDate.of(2028, 3, 31));
    assertThat(Quarter.parse("2028-Q3")).isEqualTo(new Quarter(2028, 3));
    assertThat(new Quarter(2027, 3).until(new Quarter(2028, 2)))
        .containsExactly(new Quarter(2027, 3), new Quarter(2027, 4), new Quarter(2028, 1));
    assertThat(new Quarter(2028, 2).until(new Quarter(2027, 3))).isEmpty();
  }

  private static ReviewCalendar calendar(String zone, Set<LocalDate> holidays) {
    WorkingDays workingDays = mock(WorkingDays.class);
    when(workingDays.onOrAfter(any()))
        .thenAnswer(
            call ->
                Stream.iterate((LocalDate) call.getArgument(0), day -> day.plusDays(1))
                    .filter(day -> !holidays.contains(day))
                    .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                    .findFirst()
                    .orElseThrow());
    return new ReviewCalendar(
        new OversightPolicy(
            ZoneId.of(zone),
            LocalTime.of(9, 0),
            12,
            Duration.ofHours(1),
            List.of(new OversightPolicy.RiskBand("low", 1))),
        new Days(Clock.systemUTC(), ZoneId.of(zone)),
        workingDays);
  }
}
