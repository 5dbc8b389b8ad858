package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

/** How often a job that did not go well is tried again. */
@OfficeTest
class CollidedJobsTest {

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;

  @Test
  void aJobThatDidNotGetALockInTimeHasNotFailed() {
    assertThat(retriesAfter(Locked.class)).isEqualTo(3);
  }

  @Test
  void aJobWithADefectHas() {
    assertThat(retriesAfter(Defect.class)).isEqualTo(2);
  }

  private int retriesAfter(Class<? extends JavaDelegate> work) {
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
      return management.createJobQuery().jobId(job.getId()).singleResult().getRetries();
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

  /** Goes wrong by itself. */
  public static final class Defect implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new IllegalStateException("a defect");
    }
  }
}
