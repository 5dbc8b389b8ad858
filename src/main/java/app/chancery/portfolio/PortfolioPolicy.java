package app.chancery.portfolio;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configured under {@code chancery.portfolio}.
 *
 * @param calendarAhead how far ahead the calendar feed tells of exercises
 */
@ConfigurationProperties("chancery.portfolio")
record PortfolioPolicy(Period calendarAhead) {}
