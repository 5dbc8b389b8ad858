package app.chancery.bench;

import app.chancery.InstalledOffice;
import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An application at work on a database of its own, and a stop watch. It is either the installed
 * office, or nothing but an engine and the bare models of {@code src/test/resources/bench}.
 */
final class Measured implements AutoCloseable {

  private static final List<String> QUIET =
      List.of(
          "--logging.level.root=warn",
          // A collision of two jobs is ordinary, and is repeated.
          "--logging.level.org.camunda.bpm.engine.jobexecutor=error",
          "--chancery.sample-portfolio=false");

  /** What runs, on what. */
  enum Run {
    CHANCERY_H2("Chancery", "H2 in memory"),
    NOT_FAST_H2("Chancery, chancery.engine.fast=false", "H2 in memory"),
    BARE_H2("bare model, engine's defaults", "H2 in memory"),
    CHANCERY("Chancery", "PostgreSQL"),
    CHANCERY_UNTOLD("Chancery, nobody of the delegations to be told", "PostgreSQL"),
    NOT_FAST("Chancery, chancery.engine.fast=false", "PostgreSQL"),
    BARE("bare model, engine's defaults", "PostgreSQL"),
    BARE_TUNED("bare model, our settings", "PostgreSQL");

    final String model;
    final String place;

    Run(String model, String place) {
      this.model = model;
      this.place = place;
    }

    boolean isBare() {
      return name().startsWith("BARE");
    }

    boolean isFast() {
      return name().startsWith("CHANCERY");
    }

    boolean isOnH2() {
      return name().endsWith("H2");
    }

    /** Of those asked for, the office as it is. */
    static List<Run> ofOffice() {
      return wanted().stream().filter(run -> run == CHANCERY || run == CHANCERY_H2).toList();
    }

    /** Those asked for by {@code -Dbench.only=CHANCERY,BARE}; all unless some are named. */
    static List<Run> wanted() {
      return Stream.of(values()).filter(run -> Report.isWanted(run.name())).toList();
    }
  }

  /** The engine as its Spring Boot starter makes it. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
  })
  static class BareEngine {}

  private final EmbeddedPostgres database;
  private final ConfigurableApplicationContext application;
  private final InstalledOffice office;
  private final CountedStatements statements = new CountedStatements();
  private final AuditSwitch audit = new AuditSwitch();

  Measured(Run run) {
    database = run.isOnH2() ? null : InstalledOffice.postgres();
    String url =
        switch (run) {
          case CHANCERY_H2, NOT_FAST_H2, BARE_H2 ->
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1000";
          case CHANCERY, CHANCERY_UNTOLD, NOT_FAST, BARE_TUNED -> InstalledOffice.urlOf(database);
          case BARE -> database.getJdbcUrl("postgres", "postgres");
        };
    if (run.isBare()) {
      office = null;
      application = bare(url, run == Run.BARE_TUNED);
    } else {
      office =
          InstalledOffice.on(
              url,
              this::count,
              Stream.concat(QUIET.stream(), Stream.of("--chancery.engine.fast=" + run.isFast()))
                  .toArray(String[]::new));
      application = office.context();
      if (run == Run.CHANCERY_UNTOLD) {
        // Who answers here says of which group they are; what is told comes to nobody.
        bean(JdbcClient.class)
            .sql("delete from act_id_membership where group_id_ like 'delegation-%'")
            .update();
      }
      // Documents are printed when nothing else is due; what they take is not looked for here.
      bean(ManagementService.class)
          .suspendJobDefinitionByProcessDefinitionKey("print-deliverable", true);
    }
  }

  private void count(SpringApplication application) {
    application.addInitializers(
        context -> {
          context.getBeanFactory().addBeanPostProcessor(statements);
          context.getBeanFactory().addBeanPostProcessor(audit);
        });
  }

  private ConfigurableApplicationContext bare(String url, boolean tuned) {
    SpringApplication bare = new SpringApplication(BareEngine.class);
    count(bare);
    return bare.run(
        Stream.concat(
                QUIET.stream(),
                Stream.of(
                    "--spring.main.web-application-type=none",
                    // Not what application.yml says.
                    tuned
                        ? "--spring.config.location=classpath:/application-postgres.yml"
                        : "--spring.config.name=bare",
                    "--spring.datasource.url=" + url,
                    "--camunda.bpm.deployment-resource-pattern=classpath:bench/*.bpmn"))
            .toArray(String[]::new));
  }

  /** Null of a bare engine. */
  InstalledOffice office() {
    return office;
  }

  <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  CountedStatements statements() {
    return statements;
  }

  AuditSwitch audit() {
    return audit;
  }

  /** What the database does by itself every now and then: it knows what its tables hold. */
  void lookAtTables() {
    bean(JdbcClient.class).sql("analyze").update();
  }

  /** What the work took. */
  Cost cost(Runnable work) {
    Cost before = spent();
    work.run();
    return spent().minus(before);
  }

  private Cost spent() {
    return new Cost(
        System.nanoTime() / 1e9,
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9,
        database == null ? 0 : processorSecondsOfDatabase());
  }

  /**
   * What was spent, or a moment to count from. Other work on the machine changes the first only.
   *
   * @param seconds by the clock on the wall
   * @param applicationSeconds of a processor, compiler and garbage collector included
   * @param databaseSeconds of a processor; 0 on H2, which is a part of the application
   */
  record Cost(double seconds, double applicationSeconds, double databaseSeconds) {

    static final Cost NONE = new Cost(0, 0, 0);

    Cost plus(Cost other) {
      return new Cost(
          seconds + other.seconds,
          applicationSeconds + other.applicationSeconds,
          databaseSeconds + other.databaseSeconds);
    }

    private Cost minus(Cost other) {
      return new Cost(
          seconds - other.seconds,
          applicationSeconds - other.applicationSeconds,
          databaseSeconds - other.databaseSeconds);
    }

    String rate(int count) {
      return String.format(Locale.ROOT, "%.1f", count / seconds);
    }

    /** The milliseconds of a processor for each, in application and database. */
    String processorTime(int count) {
      return String.format(
          Locale.ROOT,
          "%.1f + %.1f",
          1000 * applicationSeconds / count,
          1000 * databaseSeconds / count);
    }
  }

  /** Of all its processes: those that run, and those that have ended. */
  private double processorSecondsOfDatabase() {
    List<Long> processes =
        bean(JdbcClient.class)
            .sql("select pid from pg_stat_activity where pid is not null")
            .query(Long.class)
            .list();
    long master = stat(processes.get(0))[1];
    long[] all = stat(master);
    long ticks = all[11] + all[12] + all[13] + all[14];
    for (long process : processes) {
      long[] one = stat(process);
      ticks += one[11] + one[12];
    }
    // As Linux counts them.
    return ticks / 100.0;
  }

  /** The numbers behind the name in {@code /proc/PID/stat}; zeros if it has ended. */
  private static long[] stat(long process) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
      return Stream.of(line.substring(line.lastIndexOf(')') + 2).split(" "))
          .limit(15)
          .mapToLong(field -> field.matches("-?\\d+") ? Long.parseLong(field) : 0)
          .toArray();
    } catch (IOException e) {
      return new long[15];
    }
  }

  /** Does it for each of them, with four pairs of hands. */
  static <T> void each(Collection<T> many, Consumer<T> work) {
    ExecutorService hands = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          many.stream().<Future<?>>map(one -> hands.submit(() -> work.accept(one))).toList();
      for (Future<?> one : all) {
        one.get();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      hands.shutdown();
    }
  }

  /**
   * Lets the clock jump, and waits until nothing is left to do. The engine looks at once for what
   * is due: how long it may wait between two looks is a setting, not a speed.
   */
  void passTo(Instant moment, LongSupplier left) {
    ClockUtil.offset(Duration.between(new Date().toInstant(), moment).toMillis());
    ((ProcessEngineConfigurationImpl) bean(ProcessEngine.class).getProcessEngineConfiguration())
        .getJobExecutor()
        .jobWasAdded();
    Awaitility.await()
        .atMost(Duration.ofMinutes(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> left.getAsLong() == 0);
  }

  @Override
  public void close() {
    ClockUtil.reset();
    application.close();
    if (database != null) {
      try {
        database.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
