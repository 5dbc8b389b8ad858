package app.chancery.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  private final WorkingDays days = of("Europe/Brussels", "2027-03-29", "12-25", "01-01");

  @Test
  void mondayToFridayAreWorkingDays() {
    assertThat(days.isWorkingDay(FRIDAY)).isTrue();
    assertThat(days.isWorkingDay(FRIDAY.plusDays(1))).isFalse();
    assertThat(days.isWorkingDay(FRIDAY.plusDays(2))).isFalse();
    assertThat(days.isWorkingDay(FRIDAY.plusDays(3))).isTrue();
  }

  @Test
  void aHolidayOfOneYearCountsOnlyThen() {
    assertThat(days.isWorkingDay(LocalDate.of(2027, 3, 29))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2028, 3, 29))).isTrue();
  }

  @Test
  void aYearlyHolidayCountsEveryYear() {
    assertThat(days.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
    assertThat(days.isWorkingDay(LocalDate.of(2028, 12, 25))).isFalse();
  }

  @Test
  void theFirstWorkingDayOfAQuarterIsAfterTheHoliday() {
    assertThat(days.onOrAfter(LocalDate.of(2027, 1, 1))).isEqualTo(LocalDate.of(2027, 1, 4));
    assertThat(days.onOrAfter(FRIDAY)).isEqualTo(FRIDAY);
  }

  @Test
  void workingDaysAfterADayPassOverWeekendsAndHolidays() {
    assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(days.after(LocalDate.of(2026, 12, 24), 1)).isEqualTo(LocalDate.of(2026, 12, 28));
    assertThat(days.after(FRIDAY.plusDays(1), 1)).isEqualTo(LocalDate.of(2026, 11, 30));
    assertThat(days.after(FRIDAY, 0)).isEqualTo(FRIDAY);
    assertThat(days.after(FRIDAY.plusDays(1), 0)).isEqualTo(LocalDate.of(2026, 11, 30));
  }

  @Test
  void workingDaysAreNotCountedBackwards() {
    assertThatThrownBy(() -> days.after(FRIDAY, -1)).hasMessageContaining("forwards");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Christmas", "2027-3-26", "26.03.2027", "02-30", "13-01", ""})
  void aHolidayThatIsNoDateStopsTheStartAndIsNamed(String day) {
    assertThatThrownBy(() -> of("UTC", "12-25", day))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("holidays has '" + day + "', which is neither a day");
  }

  private static WorkingDays of(String zone, String... holidays) {
    return new WorkingDays(new WorkingDays.Calendar(ZoneId.of(zone), List.of(holidays)));
  }
}
