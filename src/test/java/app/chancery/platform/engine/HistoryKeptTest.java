package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the engine's history is kept, and that nothing else is cleaned with it. */
@WebOfficeTest
class HistoryKeptTest {

  private static final Instant BEGIN = Instant.parse("2026-11-02T09:00:00Z");

  @LocalServerPort private int port;
  @Autowired private Office office;
  @Autowired private Opening opening;
  @Autowired private Programmes programmes;
  @Autowired private Rehearsal rehearsal;
  @Autowired private HistoryService history;
  @Autowired private ManagementService jobs;
  @Autowired private RepositoryService models;
  @Autowired private JdbcClient db;

  @AfterEach
  void nothingIsCleanedAnyMore() {
    history.findHistoryCleanupJobs().forEach(job -> jobs.deleteJob(job.getId()));
  }

  @Test
  void afterTenYearsTheHistoryOfAProgrammeIsGoneAndEverythingElseIsThere() {
    office.setClock(BEGIN);
    String ended = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    rehearsal.run(() -> !programmes.get(ended).isOpen(), happening -> {});
    Instant end = office.now();
    String open =
        office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.of("XQ", "Quendor")));
    long histories = histories(ended);
    long others = histories(open);
    Map<String, Long> kept = rowsOfOurTables();
    assertThat(histories).isPositive();
    assertThat(others).isPositive();

    office.setClock(end.plus(Duration.ofDays(3649)));
    cleanUp();
    assertThat(histories(ended)).as("too early").isEqualTo(histories);

    office.setClock(end.plus(Duration.ofDays(3651)));
    cleanUp();
    assertThat(histories(ended)).isZero();
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(ended)
                .finished()
                .count())
        .as("processes of it, and those started beside it")
        .isZero();
    assertThat(histories(open)).as("of a programme that goes on").isEqualTo(others);
    assertThat(rowsOfOurTables())
        .isEqualTo(kept)
        .containsKeys("audit_waiting", "deliverable", "decision_record", "council_position");
    everythingIsRead(ended);
  }

  @Test
  void daysThatAreNotWholeAreRefusedWithHowTheyAreWritten() {
    assertThatThrownBy(() -> new HistoryPolicy(Duration.ofMillis(30), null, null))
        .hasMessageContaining("P30D");
  }

  @Test
  void howLongIsASettingAndNoMatterOfTheModel() {
    ProcessDefinition model =
        models
            .createProcessDefinitionQuery()
            .processDefinitionKey("enlargement-programme")
            .latestVersion()
            .singleResult();

    keep(400);
    assertThat(models.getProcessDefinition(model.getId()).getHistoryTimeToLive()).isEqualTo(400);

    keep(3650);
    assertThat(models.createProcessDefinitionQuery().list())
        .isNotEmpty()
        .allMatch(each -> each.getHistoryTimeToLive() == 3650);
  }

  @Test
  void aChangedSettingHoldsForWhatHasEndedToo() {
    office.setClock(BEGIN);
    String ended = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    rehearsal.run(() -> !programmes.get(ended).isOpen(), happening -> {});
    Instant end = office.now();
    long histories = histories(ended);
    try {
      keep(400);
      office.setClock(end.plus(Duration.ofDays(399)));
      cleanUp();
      assertThat(histories(ended)).isEqualTo(histories).isPositive();
      keep(500);
      office.setClock(end.plus(Duration.ofDays(499)));
      cleanUp();
      assertThat(histories(ended)).isEqualTo(histories);

      office.setClock(end.plus(Duration.ofDays(501)));
      cleanUp();
      assertThat(histories(ended)).isZero();
    } finally {
      keep(3650);
    }
  }

  /** As at a start; and what that leaves to jobs. */
  private void keep(int days) {
    new HistoryKept(models, history, new HistoryPolicy(Duration.ofDays(days), null, null)).start();
    List<Batch> batches = jobs.createBatchQuery().list();
    while (!batches.isEmpty()) {
      batches.stream()
          .flatMap(
              batch ->
                  Stream.of(
                      batch.getSeedJobDefinitionId(),
                      batch.getBatchJobDefinitionId(),
                      batch.getMonitorJobDefinitionId()))
          .flatMap(kind -> jobs.createJobQuery().jobDefinitionId(kind).list().stream())
          .forEach(job -> jobs.executeJob(job.getId()));
      batches = jobs.createBatchQuery().list();
    }
  }

  private void cleanUp() {
    Job job = history.cleanUpHistoryAsync(true);
    do {
      jobs.executeJob(job.getId());
    } while (jobs.createJobQuery().jobId(job.getId()).active().executable().count() > 0);
  }

  /** Of its process with all that it called; what was started beside it ended by itself before. */
  private long histories(String programme) {
    return db.sql(
            """
            select count(*) from act_hi_actinst a join act_hi_procinst p
              on p.id_ = a.root_proc_inst_id_
            where p.business_key_ = :programme and p.proc_def_key_ = 'enlargement-programme'
            """)
        .param("programme", programme)
        .query(Long.class)
        .single();
  }

  private Map<String, Long> rowsOfOurTables() {
    Map<String, Long> rows = new TreeMap<>();
    db.sql(
            """
            select lower(table_name) from information_schema.tables
            where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
              and table_name not like 'ACT!_%' escape '!'
            """)
        .query(String.class)
        .list()
        .forEach(
            table ->
                rows.put(
                    table, db.sql("select count(*) from " + table).query(Long.class).single()));
    return rows;
  }

  private void everythingIsRead(String programme) {
    Visitor manager = Visitor.program(port, "manager");
    assertThat(manager.open("/programmes/" + programme).statusCode()).isEqualTo(200);
    String path = "/api/v1/programmes/" + programme;
    JsonNode documents = manager.json(path).at("/deliverables");
    assertThat(documents).isNotEmpty();
    documents.forEach(
        document ->
            assertThat(
                    manager
                        .get(
                            path + "/deliverables/" + document.path("id").asText() + "?format=html")
                        .statusCode())
                .isEqualTo(200));
  }
}
