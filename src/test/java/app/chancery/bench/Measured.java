package app.chancery.bench;

import app.chancery.InstalledOffice;
import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An installed office whose database statements are counted, and a stop watch. */
final class Measured implements AutoCloseable {

  /** What the engine, its Spring Boot starter and the connection pool do unless told otherwise. */
  private static final List<String> DEFAULTS =
      List.of(
          "--spring.datasource.hikari.maximum-pool-size=10",
          "--camunda.bpm.history-level=full",
          "--camunda.bpm.metrics.enabled=true",
          "--camunda.bpm.metrics.db-reporter-activate=true",
          "--camunda.bpm.eventing.task=true",
          "--camunda.bpm.eventing.execution=true",
          "--camunda.bpm.eventing.history=true",
          "--camunda.bpm.job-execution.core-pool-size=3",
          "--camunda.bpm.job-execution.max-pool-size=10",
          "--camunda.bpm.job-execution.queue-capacity=3",
          "--camunda.bpm.job-execution.max-jobs-per-acquisition=3",
          "--camunda.bpm.job-execution.wait-time-in-millis=5000",
          "--camunda.bpm.job-execution.max-wait=60000");

  private static final List<String> QUIET =
      List.of(
          "--logging.level.root=warn",
          // A collision of two jobs is ordinary, and is repeated.
          "--logging.level.org.camunda.bpm.engine.jobexecutor=error",
          "--chancery.sample-portfolio=false");

  /** Where it runs and with whose settings. */
  enum Setting {
    H2("H2 in memory", false),
    POSTGRES("PostgreSQL", false),
    POSTGRES_DEFAULTS("PostgreSQL, defaults", true);

    final String title;
    private final boolean defaults;

    Setting(String title, boolean defaults) {
      this.title = title;
      this.defaults = defaults;
    }
  }

  private final EmbeddedPostgres database;
  private final InstalledOffice office;
  private final CountedStatements statements = new CountedStatements();

  private Measured(Setting setting) {
    database = setting == Setting.H2 ? null : InstalledOffice.postgres();
    List<String> settings = new ArrayList<>(QUIET);
    if (setting.defaults) {
      settings.addAll(DEFAULTS);
    }
    String url =
        switch (setting) {
          case H2 ->
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000";
          case POSTGRES -> InstalledOffice.urlOf(database);
          case POSTGRES_DEFAULTS -> database.getJdbcUrl("postgres", "postgres");
        };
    office =
        InstalledOffice.on(
            url,
            application ->
                application.addInitializers(
                    context -> context.getBeanFactory().addBeanPostProcessor(statements)),
            settings.toArray(String[]::new));
    // Documents are printed when nothing else is due; what they take is not looked for here.
    office
        .bean(ManagementService.class)
        .suspendJobDefinitionByProcessDefinitionKey("print-deliverable", true);
  }

  static Measured on(Setting setting) {
    return new Measured(setting);
  }

  InstalledOffice office() {
    return office;
  }

  CountedStatements statements() {
    return statements;
  }

  /** A model to compare with. */
  void deploy(String name) {
    office
        .bean(RepositoryService.class)
        .createDeployment()
        .addClasspathResource("bench/" + name)
        .deploy();
  }

  /** What the work took. */
  Cost cost(Runnable work) {
    double spent = processorSeconds();
    double seconds = seconds(work);
    return new Cost(seconds, processorSeconds() - spent);
  }

  /**
   * @param seconds by the clock on the wall
   * @param processorSeconds that application and database computed; other work on the machine does
   *     not change it
   */
  record Cost(double seconds, double processorSeconds) {

    Cost plus(Cost other) {
      return new Cost(seconds + other.seconds, processorSeconds + other.processorSeconds);
    }
  }

  private double processorSeconds() {
    double application =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    return application + (database == null ? 0 : sessionsOfDatabase());
  }

  /** Of the processes that serve the connections of the pool, which stay open. */
  private double sessionsOfDatabase() {
    return office
            .bean(JdbcClient.class)
            .sql("select pid from pg_stat_activity where backend_type = 'client backend'")
            .query(Long.class)
            .list()
            .stream()
            .mapToLong(Measured::ticks)
            .sum()
        / 100.0;
  }

  /** As Linux counts them, a hundred a second. */
  private static long ticks(long process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Seconds that the work took. */
  static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Does it for each number from 0, with four pairs of hands. */
  static void each(int count, Consumer<Integer> work) {
    ExecutorService hands = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          IntStream.range(0, count)
              .<Future<?>>mapToObj(number -> hands.submit(() -> work.accept(number)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      hands.shutdown();
    }
  }

  /** Lets the clock jump, and waits until nothing is left to do. */
  static void passTo(Instant moment, LongSupplier left) {
    ClockUtil.offset(Duration.between(new Date().toInstant(), moment).toMillis());
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> left.getAsLong() == 0);
  }

  void printTexts(int times) {
    statements.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByValue((one, other) -> Long.compare(other.sum(), one.sum())))
        .limit(60)
        .forEach(
            text ->
                System.out.printf(
                    "%8.2f %s%n",
                    text.getValue().sum() / (double) times,
                    text.getKey().substring(0, Math.min(150, text.getKey().length()))));
  }

  @Override
  public void close() {
    ClockUtil.reset();
    office.close();
    if (database != null) {
      try {
        database.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
