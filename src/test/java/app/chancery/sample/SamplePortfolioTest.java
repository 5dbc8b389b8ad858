package app.chancery.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ChanceryApplication;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Tag("own-application")
class SamplePortfolioTest {

  @Test
  void theFirstStartMakesProgrammesInDifferentStepsAndTheClockIsRealAgain() {
    try (ConfigurableApplicationContext office =
        new SpringApplicationBuilder(ChanceryApplication.class)
            .profiles("local")
            .run(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:sample-portfolio;DB_CLOSE_DELAY=-1")) {
      assertThat(office.getBean(Programmes.class).open())
          .hasSize(5)
          .extracting(Programme::candidate)
          .allMatch(candidate -> candidate.matches("X[A-Z]"));
      assertThat(office.getBean(Programmes.class).open())
          .extracting(Programme::step)
          .contains(Step.PREREQUISITES, Step.INTEGRATION)
          // Which step the others are in depends on the weekday.
          .satisfies(steps -> assertThat(steps.stream().distinct()).hasSizeGreaterThan(3));
      assertThat(Duration.between(office.getBean(Clock.class).instant(), Instant.now()).abs())
          .isLessThan(Duration.ofMinutes(1));
    }
  }
}
