package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void theNextCaseIsAsLikelyBetweenAnyTwoNeighboursAsBeyondEitherEnd() {
    Spread spread = new Spread(List.of(10L, 40L, 100L), 2, 0);

    assertThat(spread.days(0.25)).isEqualTo(10);
    assertThat(spread.days(0.5)).isEqualTo(40);
    assertThat(spread.days(0.75)).isEqualTo(100);
  }

  @Test
  void itGoesAsFarBeyondTheCasesAsTheTailAllowsAndNoFurther() {
    Spread spread = new Spread(List.of(9L, 99L), 2, 0);

    assertThat(spread.days(0)).isEqualTo(4);
    assertThat(spread.days(0.999_999)).isEqualTo(198);
  }

  @Test
  void betweenTwoCasesItIsSpreadByRatio() {
    assertThat(new Spread(List.of(9L, 999L), 2, 0).days(0.5)).isEqualTo(99);
  }

  @Test
  void nothingIsShorterThanWhatHasPassed() {
    assertThat(new Spread(List.of(100L, 200L), 10, 90).days(0)).isEqualTo(90);
    assertThat(new Spread(List.of(0L, 1L), 2, 0).days(0)).isZero();
  }

  @Test
  void whatTakesLessThanADayIsOverOnTheSameDay() {
    Spread spread = new Spread(List.of(1L, 3L, 9L), 2, 0);

    assertThat(spread.days(0.2)).isZero();
    assertThat(spread.days(0.25)).isEqualTo(1);
  }

  @Test
  void withoutACaseNothingIsTold() {
    assertThatThrownBy(() -> new Spread(List.of(), 2, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
