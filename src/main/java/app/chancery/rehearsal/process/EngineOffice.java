package app.chancery.rehearsal.process;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.rehearsal.Office;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Drives the real engine: real models, real delegates, real decisions; only the clock is set. */
@Component
class EngineOffice implements Office {

  /** Work below it is for the machine alone, such as printing; nobody waits for it. */
  private static final long LEAST_PRIORITY = 0;

  private static final int ACTIVE = SuspensionState.ACTIVE.getStateCode();

  private final ProcessEngine engine;
  private final Clock clock;
  private final JdbcClient db;

  /**
   * @param db of the engine's own tables: what is asked at every step is asked in one statement,
   *     where a query of the engine costs more than many a step
   */
  EngineOffice(ProcessEngine engine, Clock clock, JdbcClient db) {
    this.engine = engine;
    this.clock = clock;
    this.db = db;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void setClock(Instant now) {
    ClockUtil.setCurrentTime(Date.from(now));
  }

  @Override
  public void resetClock() {
    ClockUtil.reset();
  }

  @Override
  public List<OpenTask> openTasks() {
    return inOneCommand(() -> described(open()));
  }

  @Override
  public List<OpenTask> openTasks(String key) {
    return inOneCommand(() -> described(open().taskDefinitionKey(key)));
  }

  @Override
  public Set<String> openTaskIds() {
    return new LinkedHashSet<>(
        db.sql(
                "select id_ from act_ru_task where suspension_state_ = :active"
                    + " order by create_time_, id_")
            .param("active", ACTIVE)
            .query(String.class)
            .list());
  }

  @Override
  public List<OpenTask> tasks(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : inOneCommand(
            () ->
                open().taskIdIn(ids.toArray(String[]::new)).list().stream()
                    .map(task -> EngineTasks.openTask(engine, task, Map.of()))
                    .toList());
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Map<String, Object> facts =
        new java.util.LinkedHashMap<>(engine.getFormService().getTaskFormVariables(task.id()));
    facts.replaceAll(
        (name, value) -> value instanceof SpinJsonNode json ? json.mapTo(Object.class) : value);
    return facts;
  }

  @Override
  public boolean isOpen(OpenTask task) {
    return db.sql(
                "select count(*) from act_ru_task where id_ = :id and suspension_state_ = :active")
            .param("id", task.id())
            .param("active", ACTIVE)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public void complete(OpenTask task, String user, Map<String, Object> fields) {
    inTheNameOf(
        user,
        () -> {
          // Whoever takes a task of their group claims it; assigning it is a right of few.
          engine.getTaskService().claim(task.id(), user);
          engine.getFormService().submitTaskForm(task.id(), fields);
          return task;
        });
  }

  @Override
  public <T> T inTheNameOf(String user, Supplier<T> work) {
    List<String> groups =
        db.sql("select group_id_ from act_id_membership where user_id_ = :user")
            .param("user", user)
            .query(String.class)
            .list();
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      return work.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Override
  public int runDueJobs() {
    int ran = 0;
    for (List<String> due = due(); !due.isEmpty(); due = due()) {
      for (String job : due) {
        // A job that ran before it in this list may have cancelled it.
        if (due.size() == 1 || exists(job)) {
          run(job);
          ran++;
        }
      }
    }
    return ran;
  }

  @Override
  public Optional<Instant> nextTimer() {
    return db.sql(
            "select min(duedate_) from act_ru_job"
                + " where type_ = :timer and suspension_state_ = :active and retries_ > 0")
        .param("timer", TimerEntity.TYPE)
        .param("active", ACTIVE)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
        .single()
        .map(Timestamp::toInstant);
  }

  @Override
  public Optional<Instant> lastHappened() {
    return Stream.concat(
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricActivityInstance::getStartTime),
            engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .finished()
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .map(HistoricActivityInstance::getEndTime))
        .map(Date::toInstant)
        .max(Comparator.naturalOrder());
  }

  /** What tasks have in common, such as their process and what it holds, is read once in it. */
  private <T> T inOneCommand(Supplier<T> reading) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(command -> reading.get());
  }

  private TaskQuery open() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .active()
        .orderByTaskCreateTime()
        .asc()
        .orderByTaskId()
        .asc();
  }

  private List<OpenTask> described(TaskQuery open) {
    return open.list().stream().map(this::openTask).toList();
  }

  private OpenTask openTask(Task task) {
    return EngineTasks.openTask(engine, task, engine.getTaskService().getVariables(task.getId()));
  }

  private List<String> due() {
    return db.sql(
            """
            select id_ from act_ru_job
            where retries_ > 0 and suspension_state_ = :active and priority_ >= :least
              and (duedate_ is null or duedate_ <= :now)
            order by case when duedate_ is null then 0 else 1 end, duedate_, id_
            """)
        .param("active", ACTIVE)
        .param("least", LEAST_PRIORITY)
        .param("now", Timestamp.from(now()))
        .query(String.class)
        .list();
  }

  private boolean exists(String job) {
    return db.sql("select count(*) from act_ru_job where id_ = :id")
            .param("id", job)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void run(String job) {
    try {
      engine.getManagementService().executeJob(job);
    } catch (RuntimeException e) {
      throw new IllegalStateException("The job " + job + " failed", e);
    }
  }
}
