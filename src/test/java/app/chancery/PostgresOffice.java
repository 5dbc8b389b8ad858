package app.chancery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it is installed: the profile {@code postgres} on a real PostgreSQL, the web
 * interface on a free port, jobs run by the engine's own executor; and the sample accounts, to have
 * callers. One at a time in a JVM.
 */
public final class PostgresOffice implements AutoCloseable {

  private final EmbeddedPostgres database;
  private final ConfigurableApplicationContext application;

  private PostgresOffice(EmbeddedPostgres database, ConfigurableApplicationContext application) {
    this.database = database;
    this.application = application;
  }

  /**
   * @param settings as on the command line, such as {@code --server.port=8080}
   */
  public static PostgresOffice open(String... settings) {
    try {
      EmbeddedPostgres database = EmbeddedPostgres.builder().start();
      List<String> all =
          new ArrayList<>(
              List.of(
                  "--spring.profiles.active=postgres",
                  "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                  "--server.port=0",
                  "--server.address=127.0.0.1",
                  "--chancery.sample-accounts=true"));
      all.addAll(List.of(settings));
      return new PostgresOffice(
          database,
          new SpringApplication(ChanceryApplication.class).run(all.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  /** Fills in the fields of a test that asks for parts of the application. */
  public void furnish(Object test) {
    application.getAutowireCapableBeanFactory().autowireBean(test);
  }

  public int port() {
    return Integer.parseInt(application.getEnvironment().getProperty("local.server.port"));
  }

  @Override
  public void close() {
    application.close();
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
