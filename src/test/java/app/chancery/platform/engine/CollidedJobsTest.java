package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;

/** How often a job that did not go well is tried again. */
@OfficeTest
class CollidedJobsTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired ProcessEngineConfigurationImpl configuration;

  @Test
  void aJobThatDidNotGetALockInTimeHasNotFailed() {
    assertThat(retriesAfter(Locked.class)).isEqualTo(3);
  }

  @Test
  void aJobWithADefectHas() {
    assertThat(retriesAfter(Defect.class)).isEqualTo(2);
  }

  @Test
  void aJobThatTheDatabaseCouldDoNothingForWaitsAMinuteAndIsDueAllThatTime() {
    Instant failed = Instant.parse("2026-11-02T09:00:00Z");
    ClockUtil.setCurrentTime(Date.from(failed));
    after(
        FullDisk.class,
        job -> {
          assertThat(job.getRetries()).isEqualTo(3);
          assertThat(management.createJobQuery().jobId(job.getId()).executable().count())
              .as("for the figure of those that are late")
              .isEqualTo(1);
          assertThat(isTaken(job, failed.plusSeconds(60))).isFalse();
          assertThat(isTaken(job, failed.plusSeconds(61))).isTrue();
        });
  }

  private boolean isTaken(Job job, Instant at) {
    ClockUtil.setCurrentTime(Date.from(at));
    JobExecutor executor = new DefaultJobExecutor();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(new AcquireJobsCmd(executor, 1000))
        .contains(job.getId());
  }

  @AfterEach
  void realTime() {
    ClockUtil.reset();
  }

  private int retriesAfter(Class<? extends JavaDelegate> work) {
    AtomicInteger retries = new AtomicInteger();
    after(work, job -> retries.set(job.getRetries()));
    return retries.get();
  }

  private void after(Class<? extends JavaDelegate> work, Consumer<Job> look) {
    String deployment =
        repository
            .createDeployment()
            .addModelInstance(
                "trying.bpmn",
                Bpmn.createExecutableProcess("trying")
                    .camundaHistoryTimeToLiveString("P1D")
                    .startEvent()
                    .serviceTask()
                    .camundaAsyncBefore()
                    .camundaClass(work)
                    .endEvent()
                    .done())
            .deploy()
            .getId();
    try {
      String process = runtime.startProcessInstanceByKey("trying").getId();
      Job job = management.createJobQuery().processInstanceId(process).singleResult();
      assertThat(job.getRetries()).isEqualTo(3);
      assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
      look.accept(management.createJobQuery().jobId(job.getId()).singleResult());
    } finally {
      repository.deleteDeployment(deployment, true);
    }
  }

  /** Waits for somebody else in vain. */
  public static final class Locked implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new QueryTimeoutException("Timeout trying to lock table");
    }
  }

  /** Has no room for what it writes. */
  public static final class FullDisk implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new UncategorizedSQLException(
          "writing", null, new SQLException("No space left on device", "53100"));
    }
  }

  /** Goes wrong by itself. */
  public static final class Defect implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new IllegalStateException("a defect");
    }
  }
}
