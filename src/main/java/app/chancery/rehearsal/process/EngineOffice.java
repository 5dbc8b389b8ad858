package app.chancery.rehearsal.process;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.engine.EngineTasks;
import app.chancery.rehearsal.Office;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Drives the real engine: real models, real delegates, real decisions; only the clock is set. */
@Component
class EngineOffice implements Office {

  /** Work below it is for the machine alone, such as printing; nobody waits for it. */
  private static final long LEAST_PRIORITY = 0;

  private final ProcessEngine engine;
  private final Clock clock;

  EngineOffice(ProcessEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
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
    return open().list().stream()
        .map(Task::getId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public OpenTask task(String id) {
    return inOneCommand(
        () -> openTask(engine.getTaskService().createTaskQuery().taskId(id).singleResult()));
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
    return engine.getTaskService().createTaskQuery().taskId(task.id()).active().count() > 0;
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
        engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
            .map(Group::getId)
            .toList();
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
    for (List<Job> due = due(); !due.isEmpty(); due = due()) {
      for (Job job : due) {
        // A job that ran before it in this list may have cancelled it.
        if (exists(job)) {
          run(job);
          ran++;
        }
      }
    }
    return ran;
  }

  @Override
  public Optional<Instant> nextTimer() {
    return engine
        .getManagementService()
        .createJobQuery()
        .timers()
        .active()
        .withRetriesLeft()
        .orderByJobDuedate()
        .asc()
        .listPage(0, 1)
        .stream()
        .findFirst()
        .map(job -> job.getDuedate().toInstant());
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

  private List<Job> due() {
    return engine
        .getManagementService()
        .createJobQuery()
        .executable()
        .active()
        .priorityHigherThanOrEquals(LEAST_PRIORITY)
        .orderByJobDuedate()
        .asc()
        .orderByJobId()
        .asc()
        .list();
  }

  private boolean exists(Job job) {
    return engine.getManagementService().createJobQuery().jobId(job.getId()).count() > 0;
  }

  private void run(Job job) {
    try {
      engine.getManagementService().executeJob(job.getId());
    } catch (RuntimeException e) {
      throw new IllegalStateException("The job of " + job.getJobDefinitionId() + " failed", e);
    }
  }
}
