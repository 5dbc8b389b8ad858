package app.chancery.desk.portfolio;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configured under {@code chancery.portfolio}.
 *
 * @param calendarAhead how far ahead the calendar feed tells of exercises
 * @param importRows the most dossiers of one import, above 0
 * @param importColumns the most columns of one, above 0
 */
@ConfigurationProperties("chancery.portfolio")
record PortfolioPolicy(Period calendarAhead, int importRows, int importColumns) {

  PortfolioPolicy {
    if (importRows <= 0 || importColumns <= 0) {
      throw new IllegalArgumentException(
          "chancery.portfolio.import-rows and import-columns must be above 0");
    }
  }
}
