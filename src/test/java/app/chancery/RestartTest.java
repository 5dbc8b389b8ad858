package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.commandline.CommandLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nothing is lost when the application stops: the same file, the same work. */
@Tag("own-application")
class RestartTest {

  private static final String TASKS = "/camunda/api/engine/engine/default/task";

  @TempDir Path folder;

  @Test
  void everyOpenTaskWithItsDueDateAndWhoeverIsLoggedInOutliveARestartAndAChangeOfKeys()
      throws IOException {
    String key;
    List<OpenTask> before;
    int decisions;
    String draft;
    Visitor analyst;
    try (ConfigurableApplicationContext office = start()) {
      LocalDate today = LocalDate.now(office.getBean(Clock.class));
      key = office.getBean(Opening.class).open(SampleDossiers.of("XR", "Ruritania", today));
      office.getBean(Office.class).runDueJobs();
      draft = draft(tasksOf(key, office));
      decisions = office.getBean(DecisionRecords.class).of(key).size();
      analyst = Visitor.person(port(office), "analyst").withToken();
      assertThat(analyst.inTasklist().get(TASKS).statusCode()).isEqualTo(200);
      assertThat(
              analyst
                  .put(draft, "{\"fields\": {\"bandwidthWhy\": \"Half a thought\"}}")
                  .statusCode())
          .isEqualTo(200);
      before = tasksOf(key, office);
    }

    assertThat(before)
        .isNotEmpty()
        .allSatisfy(task -> assertThat(task.dueAt()).as(task.key()).isNotNull());

    String keys =
        InstalledOffice.KEYS + "," + Files.readString(folder.resolve("chancery.keys")).strip();
    try (ConfigurableApplicationContext office = startOfAnOlderRelease(keys)) {
      assertThat(tasksOf(key, office)).containsExactlyElementsOf(before);
      assertThat(office.getBean(Programmes.class).get(key).isOpen()).isTrue();
      assertThat(office.getBean(DecisionRecords.class).of(key)).hasSize(decisions);
      assertThat(office.getBean(RepositoryService.class).createProcessDefinitionQuery().list())
          .as("models, of which the older ones are none")
          .isNotEmpty()
          .allMatch(model -> model.getVersion() == 1);
      Visitor still = analyst.at(port(office));
      assertThat(still.open("/work").body()).contains("Log out");
      assertThat(still.json(draft).at("/fields/bandwidthWhy").asText()).isEqualTo("Half a thought");
      assertThat(still.get(TASKS).statusCode()).isEqualTo(200);
      assertThat(still.post(TASKS, "{}").statusCode()).isEqualTo(200);
    }

    assertThat(keysOfDrafts()).doesNotContain("test").isNotEmpty();
    assertThat(rotated(keys)).contains("Everything that is sealed has the key 'test' now.");
    assertThat(keysOfDrafts()).containsExactly("test");
    assertThat(
            database()
                .sql("select what from audit_record where subject = 'keys'")
                .query(String.class)
                .list())
        .as("what is in the chain, though no office runs")
        .anyMatch(each -> each.matches("draft: \\d+ rows? sealed with the key 'test'"));
  }

  private String rotated(String keys) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code =
        new CommandLine(ChanceryApplication.class, terminal, terminal)
            .run("keys", "rotate", "--spring.datasource.url=" + url(), keys);
    String output = said.toString(StandardCharsets.UTF_8);
    assertThat(code).as(output).isEqualTo(CommandLine.DONE);
    return output;
  }

  private List<String> keysOfDrafts() {
    return database().sql("select distinct sealed_by from draft").query(String.class).list();
  }

  private JdbcClient database() {
    return JdbcClient.create(new DriverManagerDataSource(url(), "sa", ""));
  }

  private String url() {
    return "jdbc:h2:file:" + folder.resolve("chancery");
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

  private static String draft(List<OpenTask> tasks) {
    return tasks.stream()
        .filter(task -> task.key().equals("userTask_assessPoliticalBandwidth"))
        .map(task -> "/tasks/" + task.id() + "/draft")
        .findFirst()
        .orElseThrow();
  }

  private static int port(ConfigurableApplicationContext office) {
    return office.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  private static List<OpenTask> tasksOf(String programme, ConfigurableApplicationContext office) {
    return office.getBean(Office.class).openTasks().stream()
        .filter(task -> programme.equals(task.programme()))
        .toList();
  }

  /** With other models, as a node that was forgotten in an upgrade. */
  private ConfigurableApplicationContext startOfAnOlderRelease(String keys) {
    return start(
        keys,
        "--chancery.release=0.9.0",
        "--camunda.bpm.deployment-resource-pattern=file:src/test/resources/released/1.0.0/processes/**/*.bpmn");
  }

  private ConfigurableApplicationContext start(String... further) {
    return new SpringApplication(ChanceryApplication.class)
        .run(
            Stream.concat(
                    Stream.of(
                        "--server.port=0",
                        "--spring.datasource.url=" + url(),
                        "--camunda.bpm.job-execution.enabled=false"),
                    Stream.of(further))
                .toArray(String[]::new));
  }
}
