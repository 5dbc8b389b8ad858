package app.chancery.platform.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The day of the office is that of its calendar. */
@Configuration
class TimeConfiguration {

  @Bean
  Today today(Clock clock, WorkingDays.Calendar calendar) {
    return new Today(clock, calendar.zone());
  }
}
