package app.chancery.platform.database;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import liquibase.exception.LiquibaseException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Makes the tables in a thread of its own while Spring still finds out what is to be started: two
 * seconds of a command. Only for a database in memory that is this start's alone and stays when
 * nobody is connected; in any other the tables are made in their turn, under the lock of the nodes.
 */
public final class TablesAhead
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String URL = "spring.datasource.url";

  private FutureTask<Void> making;

  @Override
  public void initialize(ConfigurableApplicationContext office) {
    ConfigurableEnvironment settings = office.getEnvironment();
    String url = settings.getRequiredProperty(URL);
    // Its name is left to chance, and drawn again whenever somebody asks.
    settings.getPropertySources().addFirst(new MapPropertySource("tables-ahead", Map.of(URL, url)));
    Tables tables = new Tables(url, Duration.ZERO, true, "");
    tables.setDataSource(
        new DriverManagerDataSource(
            url,
            settings.getRequiredProperty("spring.datasource.username"),
            settings.getRequiredProperty("spring.datasource.password")));
    tables.setResourceLoader(office);
    TablesConfiguration.set(tables, settings.getRequiredProperty("spring.liquibase.change-log"));
    making =
        new FutureTask<>(
            () -> {
              tables.afterPropertiesSet();
              return null;
            });
    office.getBeanFactory().registerSingleton("tablesAhead", this);
    // Not of a pool: it needs this thread's class loader.
    Thread thread = new Thread(making, "tables-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Waits until they are made.
   *
   * @throws LiquibaseException that ended the making
   */
  void await() throws LiquibaseException {
    try {
      making.get();
    } catch (ExecutionException e) {
      throw new LiquibaseException("The tables cannot be made", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LiquibaseException("Interrupted while the tables were made", e);
    }
  }
}
