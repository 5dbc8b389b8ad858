package app.chancery.platform.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The days of the office are those of its calendar. */
@Configuration
class TimeConfiguration {

  @Bean
  Days days(Clock clock, WorkingDays.Calendar calendar) {
    return new Days(clock, calendar.zone());
  }
}
