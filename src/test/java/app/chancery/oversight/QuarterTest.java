package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

  @ParameterizedTest
  @CsvSource({
    "2027-Q1, 2027-01-01, 2027-03-31",
    "2027-Q2, 2027-04-01, 2027-06-30",
    "2027-Q3, 2027-07-01, 2027-09-30",
    "2027-Q4, 2027-10-01, 2027-12-31"
  })
  void aQuarterHasItsThreeMonths(String written, LocalDate first, LocalDate last) {
    Quarter quarter = Quarter.parse(written);

    assertThat(quarter.firstDay()).isEqualTo(first);
    assertThat(quarter.lastDay()).isEqualTo(last);
    assertThat(Quarter.of(first)).isEqualTo(quarter);
    assertThat(Quarter.of(last)).isEqualTo(quarter);
    assertThat(quarter).hasToString(written);
    assertThat(quarter.next().previous()).isEqualTo(quarter);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, -1})
  void aYearHasFourQuarters(int number) {
    assertThatThrownBy(() -> new Quarter(2027, number)).hasMessage("There is no quarter " + number);
  }

  @Test
  void quartersAreOrderedByTheirYearFirst() {
    assertThat(new Quarter(2027, 4)).isLessThan(new Quarter(2028, 1));
    assertThat(new Quarter(2027, 4)).isGreaterThan(new Quarter(2027, 3));
    assertThat(new Quarter(2027, 4)).isEqualByComparingTo(new Quarter(2027, 4));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-Q1", " 2027-q1 ", "2027Q1", "2027 Q1", "Q1 2027", "q1-2027"})
  void aQuarterIsReadAsPeopleWriteIt(String text) {
    assertThat(Quarter.read(text).value()).isEqualTo(new Quarter(2027, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2027", "2027-1", "2027-Q5", "27-Q1", "Q1", "0027-Q1", "2027-Q1 x"})
  void whatIsNoQuarterIsTold(String text) {
    assertThat(Quarter.read(text).fault())
        .isEqualTo("'" + text + "' is not a quarter like 2026-Q4, nor a year");
  }
}
