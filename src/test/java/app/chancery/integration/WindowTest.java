package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

  @Test
  void itsQuartersAreCutToTheSpan() {
    Window span = new Window(LocalDate.of(2026, 11, 15), LocalDate.of(2027, 5, 10));

    assertThat(span.quarters(1))
        .containsExactly(
            new Window(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 12, 31)),
            new Window(NEW_YEAR, LocalDate.of(2027, 3, 31)),
            new Window(LocalDate.of(2027, 4, 1), LocalDate.of(2027, 5, 10)));
  }

  @Test
  void aQuarterOfWhichTooFewDaysAreLeftIsNone() {
    Window span = new Window(LocalDate.of(2026, 12, 2), LocalDate.of(2027, 1, 30));

    assertThat(span.quarters(30))
        .containsExactly(
            new Window(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 31)),
            new Window(NEW_YEAR, LocalDate.of(2027, 1, 30)));
    assertThat(span.quarters(31)).isEmpty();
  }

  @Test
  void aSpanWithinOneQuarterIsThatPartOfIt() {
    Window span = new Window(LocalDate.of(2027, 2, 1), LocalDate.of(2027, 2, 28));

    assertThat(span.quarters(28)).containsExactly(span);
  }

  @Test
  void daysAreSpreadWithAsMuchTimeBeforeTheFirstAsBetweenTwo() {
    Window span = new Window(NEW_YEAR, LocalDate.of(2027, 3, 31));

    assertThat(span.spread(2)).containsExactly(NEW_YEAR.plusDays(30), NEW_YEAR.plusDays(60));
    assertThat(span.spread(1)).containsExactly(NEW_YEAR.plusDays(45));
    assertThat(span.spread(0)).isEmpty();
  }

  @Test
  void bothItsEndsBelongToIt() {
    Window day = new Window(NEW_YEAR, NEW_YEAR);

    assertThat(day.days()).isEqualTo(1);
    assertThat(day.contains(NEW_YEAR)).isTrue();
    assertThat(day.contains(NEW_YEAR.minusDays(1))).isFalse();
    assertThat(day.contains(NEW_YEAR.plusDays(1))).isFalse();
  }

  @Test
  void itEndsNoEarlierThanItBegins() {
    assertThatThrownBy(() -> new Window(NEW_YEAR, NEW_YEAR.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
