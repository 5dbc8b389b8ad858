package app.chancery.platform.engine.fast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.platform.engine.EndsTogether;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.task.SyncTaskExecutor;

@ExtendWith(OutputCaptureExtension.class)
class JobsTogetherTest {

  private static final List<String> KEYS =
      IntStream.rangeClosed(1, 5).mapToObj("P-%s"::formatted).toList();

  private final List<List<String>> begun = Collections.synchronizedList(new ArrayList<>());
  private final List<String> bad = Collections.synchronizedList(new ArrayList<>());
  private final List<String> oneByOneAfterAll = Collections.synchronizedList(new ArrayList<>());
  private final OneByOne oneByOne =
      new OneByOne() {
        @Override
        void count(String activity, int jobs, Throwable cause) {
          oneByOneAfterAll.add(jobs + " of " + activity + ", " + cause.getMessage());
          super.count(activity, jobs, cause);
        }
      };
  private SmallEngine small;
  private JobsTogether executor;

  @BeforeEach
  void start() {
    JavaDelegate check =
        execution -> {
          if (bad.contains(execution.getProcessBusinessKey())) {
            throw new IllegalStateException("bad: " + execution.getProcessBusinessKey());
          }
        };
    small =
        new SmallEngine(
            true,
            Map.of("check", check),
            configuration -> {
              executor = new JobsTogether(20, () -> List.of(new Waits()), () -> small.db, oneByOne);
              executor.setTaskExecutor(new SyncTaskExecutor());
              executor.setMaxJobsPerAcquisition(20);
              configuration.setJobExecutor(executor);
            });
    small.deploy(
        Bpmn.createExecutableProcess("waiting")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .intermediateCatchEvent("due")
            .timerWithDuration("PT1H")
            .serviceTask()
            .camundaDelegateExpression("${check}")
            .userTask("done")
            .endEvent()
            .done());
    KEYS.forEach(key -> small.engine.getRuntimeService().startProcessInstanceByKey("waiting", key));
  }

  @AfterEach
  void stop() {
    executor.shutdown();
    small.close();
    ClockUtil.reset();
  }

  @Test
  void whatIsDueTogetherIsDoneTogether() {
    pass(KEYS.size());

    assertThat(begun).singleElement().satisfies(keys -> assertThat(keys).hasSameElementsAs(KEYS));
    assertThat(oneByOne.transactions()).isZero();
  }

  @Test
  void oneThatFailsIsCountedAndHoldsUpNoOther() {
    bad.add("P-3");

    pass(KEYS.size() - 1);
    Job failed =
        await()
            .atMost(Duration.ofMinutes(5))
            .until(
                () -> small.engine.getManagementService().createJobQuery().singleResult(),
                job -> job != null && job.getExceptionMessage() != null);

    assertThat(failed.getExceptionMessage()).contains("bad: P-3");
    assertThat(failed.getRetries()).isLessThan(3);
    assertThat(oneByOneAfterAll).containsExactly("5 of due, bad: P-3");
    assertThat(oneByOne.transactions()).isEqualTo(1);
  }

  @Test
  void aCauseThatComesBackIsCountedAndNotSaidAgain(CapturedOutput output) {
    oneByOne.count("due", 3, new IllegalStateException("first"));
    oneByOne.count("due", 4, new IllegalStateException("second"));
    oneByOne.count("due", 2, new IllegalArgumentException("another"));

    assertThat(oneByOne.transactions()).isEqualTo(3);
    assertThat(output)
        .contains("first", "3 jobs of due", "another", "2 jobs of due")
        .doesNotContain("second", "4 jobs of due");
  }

  /** Lets the timers fall due, and waits until that many have gone on. */
  private void pass(long many) {
    ClockUtil.offset(Duration.ofHours(2).toMillis());
    executor.start();
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> small.engine.getTaskService().createTaskQuery().count() == many);
  }

  private final class Waits implements EndsTogether {

    @Override
    public String activity() {
      return "due";
    }

    @Override
    public void begin(List<String> programmes) {
      begun.add(programmes);
    }
  }
}
