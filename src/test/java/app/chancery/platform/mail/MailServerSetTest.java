package app.chancery.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import app.chancery.platform.database.SharedClock;
import app.chancery.platform.start.CannotStart;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What an office with a mail server needs, by the settings that come with Chancery. */
class MailServerSetTest {

  private final WebApplicationContextRunner installed =
      new WebApplicationContextRunner()
          .withInitializer(new ConfigDataApplicationContextInitializer())
          .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
          .withUserConfiguration(Settings.class, MailRounds.class)
          .withBean(Outbox.class, () -> mock(Outbox.class))
          .withBean(Letters.class, () -> mock(Letters.class))
          .withBean(SharedClock.class, () -> mock(SharedClock.class))
          .withPropertyValues("spring.profiles.active=postgres", "chancery.mail.look-every=PT0S");

  /** No configuration that an office would find. */
  @EnableConfigurationProperties(MailPolicy.class)
  static class Settings {}

  @Test
  void whoNamesAServerAndNoSenderIsToldBeforeMailsAreRefused() {
    installed
        .withPropertyValues("spring.mail.host=smtp.example.org")
        .run(
            office ->
                assertThat(office)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("no address to send from"));
  }

  @ParameterizedTest
  @CsvSource({
    "postgres, spring.mail.host=smtp.example.org, chancery.mail.from=chancery@example.org",
    "postgres, spring.mail.port=25, chancery.mail.at-once=1",
    "local, spring.mail.host=127.0.0.1, spring.mail.port=1025"
  })
  void withBothOrNeitherOrToTryAnOfficeStarts(String profile, String one, String other) {
    installed
        .withPropertyValues("spring.profiles.active=" + profile, one, other)
        .run(office -> assertThat(office).hasNotFailed());
  }

  /** As docs/operations.md names the variables. */
  @Test
  void encryptionIsAskedForByTheVariablesOfTheEnvironment() {
    installed
        .withInitializer(
            office ->
                office
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "outside-"
                                + StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            Map.of(
                                "SPRING_MAIL_HOST", "smtp.example.org",
                                "CHANCERY_MAIL_FROM", "chancery@example.org",
                                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE", "true",
                                "SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "true"))))
        .run(
            office ->
                assertThat(office.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.starttls.required", "true")
                    .containsEntry("mail.smtp.timeout", "10000"));
  }
}
