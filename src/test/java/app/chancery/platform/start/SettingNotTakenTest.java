package app.chancery.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What an operator reads whose setting cannot be what it was given. */
class SettingNotTakenTest {

  /** So that no office of another test has these settings. */
  private static final String NONE = "of-none";

  @Profile(NONE)
  @ConfigurationProperties("chancery.tried")
  record Tried(Duration keptFor, ZoneId zone, String proxies, List<Integer> years, int least) {

    Tried {
      if (least < 0) {
        throw new IllegalArgumentException("least must be 0 or more");
      }
      if (proxies != null) {
        Pattern.compile(proxies);
      }
    }
  }

  @Profile(NONE)
  @ConfigurationProperties("other.tried")
  record Other(int least) {}

  @Configuration
  @EnableConfigurationProperties({Tried.class, Other.class})
  static class Settings {}

  @ParameterizedTest
  @CsvSource({
    "chancery.tried.kept-for, 30 days, CHANCERY_TRIED_KEPTFOR",
    "chancery.tried.zone, Europe/Brusels, CHANCERY_TRIED_ZONE",
    "chancery.tried.least, some, CHANCERY_TRIED_LEAST",
    "chancery.tried.years[1], second, CHANCERY_TRIED_YEARS_1",
  })
  void aValueThatCannotBeReadIsToldByItsSettingAndItsVariable(
      String setting, String value, String variable) {
    FailureAnalysis told = told("chancery.tried.years[0]=1", setting + "=" + value);

    assertThat(told.getDescription())
        .startsWith("The setting '" + setting + "' is not taken: ")
        .doesNotContain("\n", value);
    assertThat(told.getAction()).contains("in the environment it is " + variable + ", in a file");
  }

  @Test
  void whatARuleRefusesIsToldInItsWords() {
    assertThat(told("chancery.tried.least=-1").getDescription())
        .isEqualTo("The settings below 'chancery.tried' are not taken: least must be 0 or more");
    assertThat(told("chancery.tried.proxies=127(.0").getDescription())
        .isEqualTo(
            "The settings below 'chancery.tried' are not taken: Unclosed group near index 6");
    assertThat(told("chancery.tried.least=-1").getAction()).contains("CHANCERY_TRIED_…");
  }

  @Test
  void settingsOfOthersAreLeftToThem() {
    assertThat(told("other.tried.least=x")).isNull();
  }

  private static FailureAnalysis told(String... settings) {
    AtomicReference<FailureAnalysis> told = new AtomicReference<>();
    new ApplicationContextRunner()
        .withUserConfiguration(Settings.class)
        .withPropertyValues(settings)
        .run(
            office -> {
              assertThat(office).hasFailed();
              told.set(new SettingNotTaken().analyze(office.getStartupFailure()));
            });
    return told.get();
  }
}
