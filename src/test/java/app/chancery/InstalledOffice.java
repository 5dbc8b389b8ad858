package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application as it is installed: the profile {@code postgres}, the web interface on a free
 * port, jobs run by the engine's own executor; and the sample accounts, to have callers. One at a
 * time in a JVM.
 */
public final class InstalledOffice implements AutoCloseable {

  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 32_000;
  private static final int PORTS_OF_A_JVM = 50;

  private static final AtomicInteger PORTS =
      new AtomicInteger(FIRST_PORT + (int) (ProcessHandle.current().pid() % 200) * PORTS_OF_A_JVM);

  /** Made for tests; every node that they start outside the profile {@code local} is given it. */
  public static final String KEYS =
      "--chancery.secrecy.keys=test:T0vBIk2c4GtMdDs5zQ8mJYwNn1RhU7aXEeZfLpWi3KQ=";

  private final Runnable stopDatabase;
  private final ConfigurableApplicationContext application;
  private CutLine line;

  private InstalledOffice(Runnable stopDatabase, ConfigurableApplicationContext application) {
    this.stopDatabase = stopDatabase;
    this.application = application;
  }

  /**
   * On a PostgreSQL of its own, which ends with it.
   *
   * @param settings as on the command line, such as {@code --server.port=8080}
   */
  public static InstalledOffice onPostgres(String... settings) {
    EmbeddedPostgres database = postgres();
    CutLine line = new CutLine(database.getPort());
    InstalledOffice office =
        open(
            urlOf(database).replace(":" + database.getPort() + "/", ":" + line.port() + "/"),
            () -> stop(database),
            application -> {},
            settings);
    office.line = line;
    return office;
  }

  /** To the database that it has of its own. */
  public CutLine line() {
    return line;
  }

  /** On a database that outlives it. */
  public static InstalledOffice on(
      String url, Consumer<SpringApplication> preparation, String... settings) {
    return open(url, () -> {}, preparation, settings);
  }

  /** One that is given time to start: the machine may have much else to do. */
  public static EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2)).setPort(freePort());
  }

  /**
   * Below those that a machine gives out by itself, and another one in each JVM: it is taken only
   * when the server has made its files, and nobody else is given it meanwhile.
   */
  private static int freePort() {
    while (true) {
      int port = PORTS.getAndIncrement();
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        assertThat(port).isLessThan(LAST_PORT);
      }
    }
  }

  public static EmbeddedPostgres postgres() {
    try {
      return server().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As docker-compose.yml has it. */
  public static String urlOf(EmbeddedPostgres database) {
    return database.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
  }

  private static InstalledOffice open(
      String url,
      Runnable stopDatabase,
      Consumer<SpringApplication> preparation,
      String... settings) {
    SpringApplication chancery = new SpringApplication(ChanceryApplication.class, WorkList.class);
    preparation.accept(chancery);
    List<String> all = new ArrayList<>(settings(url));
    all.addAll(List.of(settings));
    return new InstalledOffice(stopDatabase, chancery.run(all.toArray(String[]::new)));
  }

  /**
   * What it is started with, also in a JVM of its own. An installation has a PostgreSQL; to compare
   * an H2 with it, that gets its other settings too.
   */
  public static List<String> settings(String url) {
    boolean installed = url.startsWith("jdbc:postgresql:");
    return List.of(
        "--spring.profiles.active=" + (installed ? "postgres" : "local"),
        "--spring.config.import=" + (installed ? "" : "classpath:/application-postgres.yml"),
        "--spring.datasource.url=" + url,
        "--server.port=0",
        "--server.address=127.0.0.1",
        KEYS,
        "--chancery.sample-accounts=true",
        "--chancery.sign-on.passwords.strength=4");
  }

  /** With the profile {@code local} an embedded database has a key of its own. */
  public static String keysFor(String url) {
    return url.startsWith("jdbc:h2:file:") ? "--chancery.secrecy.keys=" : KEYS;
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public ConfigurableApplicationContext context() {
    return application;
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
    stopDatabase.run();
  }

  private static void stop(EmbeddedPostgres database) {
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
