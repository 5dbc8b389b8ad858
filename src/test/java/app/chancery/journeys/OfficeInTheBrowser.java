package app.chancery.journeys;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.rehearsal.Office;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * The office of a running application: its jobs run by themselves, its tasks are done elsewhere.
 */
class OfficeInTheBrowser implements Office {

  /** Who does the tasks; false if one is left to the office. */
  @FunctionalInterface
  interface Hands {
    boolean complete(OpenTask task, String account, Map<String, Object> fields);
  }

  private final Office office;
  private final ManagementService management;
  private final JobExecutor executor;
  private Hands hands = (task, account, fields) -> false;

  OfficeInTheBrowser(Office office, ProcessEngine engine) {
    this.office = office;
    this.management = engine.getManagementService();
    this.executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
  }

  void handsAre(Hands hands) {
    this.hands = hands;
  }

  @Override
  public void complete(OpenTask task, String user, Map<String, Object> fields) {
    if (!hands.complete(task, user, fields)) {
      office.complete(task, user, fields);
    }
  }

  /**
   * Waits until the application has run what is due. Its executor sleeps until something may be due
   * by the real clock, so it is told that the clock has been set.
   */
  @Override
  public int runDueJobs() {
    if (somethingIsDue()) {
      executor.jobWasAdded();
      Awaitility.await("the jobs that are due on " + now())
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !somethingIsDue());
    }
    return 0;
  }

  private boolean somethingIsDue() {
    return management.createJobQuery().executable().active().priorityHigherThanOrEquals(0).count()
        > 0;
  }

  @Override
  public Instant now() {
    return office.now();
  }

  @Override
  public void setClock(Instant now) {
    office.setClock(now);
  }

  @Override
  public void resetClock() {
    office.resetClock();
  }

  @Override
  public List<OpenTask> openTasks() {
    return office.openTasks();
  }

  @Override
  public List<OpenTask> openTasks(String key) {
    return office.openTasks(key);
  }

  @Override
  public boolean isOpen(OpenTask task) {
    return office.isOpen(task);
  }

  @Override
  public Set<String> openTaskIds() {
    return office.openTaskIds();
  }

  @Override
  public List<OpenTask> tasks(Collection<String> ids) {
    return office.tasks(ids);
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    return office.facts(task);
  }

  @Override
  public <T> T inTheNameOf(String user, Supplier<T> work) {
    return office.inTheNameOf(user, work);
  }

  @Override
  public Optional<Instant> lastHappened() {
    return office.lastHappened();
  }

  @Override
  public Optional<Instant> nextTimer() {
    return office.nextTimer();
  }
}
