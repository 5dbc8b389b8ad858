package app.chancery.desk.portfolio;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configured under {@code chancery.portfolio}.
 *
 * @param calendarAhead how far ahead the calendar feed tells of exercises
 * @param calendarReminder how long before a deadline calendar programs remind of it, above 0
 * @param importRows the most dossiers of one import, above 0
 * @param importColumns the most columns of one, above 0
 * @param cardsOfStep the most programmes of one step on the board, from 1 to 200
 * @param cardsOfBoard the most of all steps together, likewise; but one of each step at least
 */
@ConfigurationProperties("chancery.portfolio")
record PortfolioPolicy(
    Period calendarAhead,
    Duration calendarReminder,
    int importRows,
    int importColumns,
    int cardsOfStep,
    int cardsOfBoard) {

  PortfolioPolicy {
    if (calendarReminder.isNegative() || calendarReminder.isZero()) {
      throw new IllegalArgumentException("chancery.portfolio.calendar-reminder must be above 0");
    }
    if (importRows <= 0 || importColumns <= 0) {
      throw new IllegalArgumentException(
          "chancery.portfolio.import-rows and import-columns must be above 0");
    }
    check("cards-of-step", cardsOfStep);
    check("cards-of-board", cardsOfBoard);
  }

  private static void check(String setting, int cards) {
    if (cards < 1 || cards > Portfolio.LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "chancery.portfolio.%s must be from 1 to %s".formatted(setting, Portfolio.LARGEST_PAGE));
    }
  }
}
