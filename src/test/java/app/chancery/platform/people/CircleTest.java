package app.chancery.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CircleTest {

  @Test
  void twoWhoStandInForEachOtherOnOneDayAreACircle() {
    Circle others = new Circle(List.of(absence("bo", "ada", 5, 9)));

    assertThat(others.back("bo", "ada", day(9), day(12))).isPresent();
    assertThat(others.back("bo", "ada", day(1), day(5))).isPresent();
    assertThat(others.back("bo", "ada", day(10), day(12))).isEmpty();
    assertThat(others.back("bo", "ada", day(1), day(4))).isEmpty();
  }

  @Test
  void aLongCircleIsOneOnlyIfAllOfItIsOnOneDay() {
    Circle one = new Circle(List.of(absence("bo", "cy", 1, 6), absence("cy", "ada", 6, 9)));
    Circle none = new Circle(List.of(absence("bo", "cy", 1, 5), absence("cy", "ada", 6, 9)));

    assertThat(one.back("bo", "ada", day(1), day(9)).orElseThrow())
        .extracting(Absence::deputy)
        .containsExactly("cy", "ada");
    assertThat(none.back("bo", "ada", day(1), day(9))).isEmpty();
  }

  @Test
  void aSecondAbsenceOfADeputyIsLookedAtToo() {
    Circle others = new Circle(List.of(absence("bo", "cy", 1, 3), absence("bo", "ada", 4, 6)));

    assertThat(others.back("bo", "ada", day(1), day(9))).isPresent();
  }

  private static Absence absence(String account, String deputy, int first, int last) {
    return new Absence(
        1,
        account,
        deputy,
        day(first),
        day(last),
        List.of(),
        false,
        account,
        OffsetDateTime.of(2026, 11, 1, 12, 0, 0, 0, ZoneOffset.UTC),
        null,
        null,
        "");
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2026, 12, day);
  }
}
