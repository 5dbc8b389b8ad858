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
 */
@ConfigurationProperties("chancery.portfolio")
record PortfolioPolicy(
    Period calendarAhead,
    Duration calendarReminder,
    int importRows,
    int importColumns,
    int cardsOfStep) {

  PortfolioPolicy {
    if (calendarReminder.isNegative() || calendarReminder.isZero()) {
      throw new IllegalArgumentException("chancery.portfolio.calendar-reminder must be above 0");
    }
    if (importRows <= 0 || importColumns <= 0) {
      throw new IllegalArgumentException(
          "chancery.portfolio.import-rows and import-columns must be above 0");
    }
    if (cardsOfStep < 1 || cardsOfStep > Portfolio.LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "chancery.portfolio.cards-of-step must be from 1 to " + Portfolio.LARGEST_PAGE);
    }
  }
}
