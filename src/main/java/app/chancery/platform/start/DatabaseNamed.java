package app.chancery.platform.start;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Without an address of a database one in memory would take its place, and everything would be lost
 * at the stop.
 */
class DatabaseNamed implements EnvironmentPostProcessor, Ordered {

  private static final String URL = "spring.datasource.url";

  /** After the files of settings are read, and {@link KnownProfiles}. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 2;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    String url = environment.getProperty(URL);
    if (!StringUtils.hasText(url)) {
      throw new CannotStart("Chancery does not know where its database is.", action());
    }
    if (Arrays.asList(environment.getActiveProfiles()).contains("postgres")
        && !url.startsWith("jdbc:postgresql:")) {
      throw new CannotStart("The profile 'postgres' is for a PostgreSQL only.", action());
    }
  }

  private static String action() {
    return "Set SPRING_DATASOURCE_URL (jdbc:postgresql://HOST:5432/DATABASE),"
        + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD in the environment and start"
        + " again. To try Chancery on your own machine, start it with the profile 'local'.";
  }
}
