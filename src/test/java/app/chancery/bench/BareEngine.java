package app.chancery.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nothing but an engine and the models of {@code src/test/bench}, as its Spring Boot starter makes
 * it, with the threads and connections of {@code application-postgres.yml}. The engines of this
 * family have the same tables and methods in packages of their own, of which those on the class
 * path are found by name.
 */
final class BareEngine extends Engine {

  private static final int TRIES = 50;

  private static final String CAMUNDA_NAMESPACE = "http://camunda.org/schema/1.0/bpmn";

  /** The engine's clock is the machine's: what waits is made due when it is time. */
  private static final Date LATER = Date.from(Instant.parse("2099-01-01T00:00:00Z"));

  /** An engine of the family. */
  enum Make {
    CAMUNDA("org.camunda.bpm.engine", CAMUNDA_NAMESPACE, "act_ru_job", jobs("camunda")),
    OPERATON("org.operaton.bpm.engine", CAMUNDA_NAMESPACE, "act_ru_job", jobs("operaton")),
    // It has eight threads for jobs by itself.
    FLOWABLE(
        "org.flowable.engine",
        "http://flowable.org/bpmn",
        "act_ru_timer_job",
        List.of(
            "--spring.main.allow-circular-references=true",
            "--flowable.process.async.executor.default-timer-job-acquire-wait-time=PT0.1S"));

    private final String api;
    private final String namespace;
    private final String timers;
    private final List<String> settings;

    Make(String api, String namespace, String timers, List<String> settings) {
      this.api = api;
      this.namespace = namespace;
      this.timers = timers;
      this.settings = settings;
    }

    private static List<String> jobs(String make) {
      return Stream.of(
              "core-pool-size=4",
              "max-pool-size=8",
              "queue-capacity=60",
              "max-jobs-per-acquisition=60",
              "wait-time-in-millis=500",
              "max-wait=5000")
          .map(setting -> "--" + make + ".bpm.job-execution." + setting)
          .toList();
    }
  }

  /** With what the models set at their steps. */
  @EnableAutoConfiguration
  static class Starter {

    @Bean
    Map<String, Object> tally() {
      return Map.of("finding", "adopted", "objections", 0);
    }

    @Bean
    Map<String, Object> pack() {
      return Map.of("status", "green", "milestonesMet", 3, "suggestion", "continue");
    }
  }

  private final Make make;
  private final EmbeddedPostgres database;
  private final ConfigurableApplicationContext application;
  private final CountedStatements statements = new CountedStatements();
  private final JdbcClient db;
  private final Object runtime;
  private final Object tasks;
  private final Method start;
  private final Method complete;
  private final List<String> delegations =
      new ArrayList<>(
          IntStream.rangeClosed(1, 32)
              .mapToObj(each -> String.format(Locale.ROOT, "delegation-%02d", each))
              .toList());

  BareEngine(Make make) {
    this.make = make;
    try {
      database = EmbeddedPostgres.builder().start();
      SpringApplication bare = new SpringApplication(Starter.class);
      bare.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(statements));
      List<String> settings =
          new ArrayList<>(
              List.of(
                  "--spring.main.web-application-type=none",
                  "--logging.level.root=error",
                  "--spring.datasource.hikari.maximum-pool-size=20",
                  "--spring.datasource.username=postgres",
                  "--spring.datasource.url="
                      + database.getJdbcUrl("postgres", "postgres")
                      + "&reWriteBatchedInserts=true"));
      settings.addAll(make.settings);
      application = bare.run(settings.toArray(String[]::new));
      db = application.getBean(JdbcClient.class);
      runtime = service("RuntimeService");
      tasks = service("TaskService");
      start =
          type("RuntimeService")
              .getMethod("startProcessInstanceByKey", String.class, String.class, Map.class);
      complete = type("TaskService").getMethod("complete", String.class, Map.class);
      deploy("bare-round.bpmn", "bare-review.bpmn");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> type(String name) {
    try {
      return Class.forName(make.api + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object service(String name) {
    return application.getBean(type(name));
  }

  private void deploy(String... models) throws IOException, ReflectiveOperationException {
    Object deployment = call(service("RepositoryService"), "createDeployment");
    Method add =
        type("repository.DeploymentBuilder").getMethod("addString", String.class, String.class);
    for (String model : models) {
      String text = Files.readString(Path.of("src", "test", "bench", model));
      add.invoke(deployment, model, text.replace(CAMUNDA_NAMESPACE, make.namespace));
    }
    call(deployment, "deploy");
  }

  private static Object call(Object on, String method) {
    try {
      return on.getClass().getMethod(method).invoke(on);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void call(Object on, Method method, Object... arguments) {
    try {
      method.invoke(on, arguments);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  JdbcClient db() {
    return db;
  }

  @Override
  public Meter meter() {
    return new Meter(db);
  }

  @Override
  public CountedStatements statements() {
    return statements;
  }

  @Override
  void begin(Instant moment) {}

  /** Flowable looks every tenth of a second. */
  @Override
  void jumpTo(Instant moment) {
    db.sql("update " + make.timers + " set duedate_ = :now where execution_id_ is not null")
        .param("now", new Timestamp(System.currentTimeMillis()))
        .update();
    if (make != Make.FLOWABLE) {
      Object engine = service("ProcessEngine");
      call(call(call(engine, "getProcessEngineConfiguration"), "getJobExecutor"), "jobWasAdded");
    }
  }

  @Override
  void settle(Instant moment) {}

  @Override
  List<String> delegations() {
    return delegations;
  }

  @Override
  void prepare(String programme) {}

  @Override
  void circulate(String programme, Map<String, String> none, Instant deadline) {
    Map<String, Object> variables = Map.of("silenceEnds", LATER, "delegations", delegations);
    call(runtime, start, "bare-round", programme, variables);
  }

  /** Flowable leaves branches in jobs, which may be at the same round: then it is tried again. */
  @Override
  void answer(String delegation, String task) {
    for (int tries = 1; ; tries++) {
      try {
        complete.invoke(tasks, task, Map.of("position", "no objection"));
        return;
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      } catch (InvocationTargetException e) {
        boolean collided =
            e.getCause().getClass().getSimpleName().contains("OptimisticLockingException");
        if (!collided || tries == TRIES) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Override
  long openRounds() {
    return running("bare-round");
  }

  @Override
  long adopted(List<String> programmes) {
    return db.sql(
            """
            select count(*) from act_hi_procinst
            where business_key_ in (:programmes) and end_act_id_ = 'endEvent_adopted'
            """)
        .param("programmes", programmes)
        .query(Long.class)
        .single();
  }

  @Override
  void conclude(List<String> programmes) {}

  @Override
  void watch(String programme) {
    call(runtime, start, "bare-review", programme, Map.of("due", LATER));
  }

  @Override
  long openReviews() {
    return db.sql("select count(*) from act_ru_task where task_def_key_ = 'userTask_decideReview'")
        .query(Long.class)
        .single();
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
