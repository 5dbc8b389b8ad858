package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.rehearsal.Office;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Nothing is lost when the application stops: the same file, the same work. */
@Tag("own-application")
class RestartTest {

  @TempDir Path folder;

  @Test
  void everyOpenTaskWithItsDueDateOutlivesARestart() {
    String key;
    List<OpenTask> before;
    int decisions;
    try (ConfigurableApplicationContext office = start()) {
      LocalDate today = LocalDate.now(office.getBean(Clock.class));
      key = office.getBean(Opening.class).open(SampleDossiers.ruritania().assessedOn(today));
      office.getBean(Office.class).runDueJobs();
      before = tasksOf(key, office);
      decisions = office.getBean(DecisionRecords.class).of(key).size();
    }

    assertThat(before)
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.dueAt()).as(task.key()).isNotNull());

    try (ConfigurableApplicationContext office = start()) {
      assertThat(tasksOf(key, office)).containsExactlyElementsOf(before);
      assertThat(office.getBean(Programmes.class).get(key).isOpen()).isTrue();
      assertThat(office.getBean(DecisionRecords.class).of(key)).hasSize(decisions);
    }
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void aDatabaseInUseIsSaidWithoutAStackTrace(CapturedOutput output) {
    MVStore another = MVStore.open(folder.resolve("chancery.mv.db").toString());
    try {
      assertThatThrownBy(this::start).hasStackTraceContaining("Database may be already in use");
    } finally {
      another.close();
    }

    assertThat(output).contains("The database is in use: another Chancery runs on it.");
    assertThat(output).doesNotContain("\tat ");
  }

  private static List<OpenTask> tasksOf(String programme, ConfigurableApplicationContext office) {
    return office.getBean(Office.class).openTasks().stream()
        .filter(task -> programme.equals(task.programme()))
        .toList();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplication(ChanceryApplication.class)
        .run(
            "--server.port=0",
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("chancery"),
            "--camunda.bpm.job-execution.enabled=false");
  }
}
