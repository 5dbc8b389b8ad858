package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.ChanceryApplication;
import app.chancery.InstalledOffice;
import app.chancery.Visitor;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded database on a disk that fills up under it, and has room again. */
@Tag("own-application")
class FullDiskTest {

  @TempDir Path folder;

  private ConfigurableApplicationContext office;
  private Visitor planner;

  @BeforeEach
  void start() {
    FullDisk.mount();
    office =
        SpringApplication.run(
            ChanceryApplication.class,
            "--server.port=0",
            "--spring.datasource.url=jdbc:h2:full:" + folder.resolve("chancery"),
            InstalledOffice.KEYS,
            "--chancery.engine.jobs-again-after=PT0.2S",
            "--chancery.sample-portfolio=false");
    planner = Visitor.program(port(), "planner");
  }

  @AfterEach
  void stop() {
    FullDisk.makeRoom();
    office.close();
  }

  /** As long as the disk is full, on the interface for programs, the engine's and the pages. */
  @Test
  void whatCannotBeKeptIsRefusedAndWorkGoesOnWithRoomAgain() {
    List<String> kept = new ArrayList<>();
    for (String candidate : List.of("XA", "XB")) {
      assertThat(open(candidate).statusCode()).isEqualTo(201);
      kept.add(candidate);
    }
    Visitor analyst = Visitor.program(port(), "analyst");
    String task = analyst.json("/engine-rest/task").get(0).get("id").asText();
    Visitor person = Visitor.person(port(), "analyst").inTasklist();
    String claim = "{\"userId\": \"analyst\"}";

    FullDisk.fill();
    // More often than the pool has connections: none of them is of use any more.
    for (int again = 0; again < 12; again++) {
      refused(open("XC"));
      refused(analyst.post("/engine-rest/task/" + task + "/claim", claim));
      HttpResponse<String> inTasklist =
          person.post("/camunda/api/engine/engine/default/task/" + task + "/claim", claim);
      refused(inTasklist);
      assertThat(Visitor.parse(inTasklist).path("message").asText()).contains("Nothing of this");
    }
    FullDisk.makeRoom();
    // A connection that was at work meanwhile may be in the way of the first.
    await().atMost(Duration.ofMinutes(5)).until(() -> open("XD").statusCode() == 201);
    kept.add("XD");
    assertThat(analyst.post("/engine-rest/task/" + task + "/claim", claim).statusCode())
        .isEqualTo(204);

    assertThat(candidates()).containsExactlyInAnyOrderElementsOf(kept);
  }

  /** To open a database again that has closed itself may take room as well. */
  @Test
  void whatIsNotEvenOpenedAgainIsRefusedAsIsWhatCannotBeKept() {
    FullDisk.fill();
    refused(open("XA"));
    FullDisk.refuseToOpen();
    for (int again = 0; again < 3; again++) {
      refused(open("XA"));
    }

    FullDisk.makeRoom();
    await().atMost(Duration.ofMinutes(5)).until(() -> open("XB").statusCode() == 201);
    assertThat(candidates()).containsExactly("XB");
  }

  /** It has three attempts with a minute between: they are not used up by a disk. */
  @Test
  void whatCannotBePrintedIsPrintedWithRoomAgainWithoutAnybodysHelp() {
    String programme = Visitor.parse(open("XP")).path("key").asText();
    JobExecutor jobs = office.getBean(JobExecutor.class);
    jobs.shutdown();
    Deliverable brief =
        office
            .getBean(Deliverables.class)
            .issue(programme, DeliverableKind.MEDIA_BRIEF, Document.titled("Brief", "In short."));

    FullDisk.fill();
    long before = FullDisk.refused();
    jobs.start();
    await().atMost(Duration.ofMinutes(5)).until(() -> FullDisk.refused() > before + 5);
    FullDisk.makeRoom();

    JdbcClient db = office.getBean(JdbcClient.class);
    await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptionsInstanceOf(DataAccessException.class)
        .untilAsserted(
            () ->
                assertThat(
                        db.sql("select deliverable from deliverable_print")
                            .query(Long.class)
                            .list())
                    .containsExactly(brief.id()));
    assertThat(office.getBean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
    assertThat(office.getBean(ManagementService.class).createJobQuery().noRetriesLeft().list())
        .isEmpty();
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body())
        .contains("Nothing of this was kept")
        .doesNotContain("Exception")
        .doesNotContain("h2")
        .doesNotContain("COMMIT");
  }

  private HttpResponse<String> open(String candidate) {
    return planner.post("/api/v1/programmes", dossier(candidate));
  }

  private List<String> candidates() {
    return planner.json("/api/v1/programmes").findValuesAsText("candidate");
  }

  private static String dossier(String candidate) {
    return """
        {"candidate": "%s", "name": "Country %1$s", "european": true, "region": "europe",
         "propagandaExposure": "low", "indicators": {"publicSupportPct":
           {"value": 60, "asOf": "2026-06-30", "source": "sample figure"}}}
        """
        .formatted(candidate);
  }

  private int port() {
    return office.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }
}
