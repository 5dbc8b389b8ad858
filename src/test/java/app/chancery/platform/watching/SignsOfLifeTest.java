package app.chancery.platform.watching;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.consensus.Circulations;
import app.chancery.programme.Opening;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import app.chancery.rehearsal.Office;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What answers at {@code /actuator}, and to whom. */
@WebOfficeTest
class SignsOfLifeTest {

  private static final String FIGURES = "/actuator/prometheus";

  /** What PromQL calls what it reads, in rules and dashboards. */
  private static final Pattern NAMED = Pattern.compile("\\b(chancery|jvm|process|system)_\\w+");

  private static final Pattern TOLD = Pattern.compile("(?m)^# TYPE (\\w+) ");

  @LocalServerPort private int port;
  @Autowired private ApplicationContext office;
  @Autowired private Opening opening;
  @Autowired private Allies allies;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService management;
  @Autowired private JdbcClient db;
  @Autowired private IdentityService identities;
  @Autowired private Programmes programmes;
  @Autowired private RuntimeService runtime;
  @Autowired private Office desk;

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
  void anybodyIsToldThatTheOfficeIsUpAndNothingElse(String path) {
    HttpResponse<String> answer = Visitor.stranger(port).get(path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("details", "components");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/info"})
  void thereIsNothingElse(String path) {
    assertThat(Visitor.stranger(port).get(path).statusCode()).isEqualTo(401);
    assertThat(Visitor.program(port, "admin").get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void theDatabaseIsNotReadyWithFewerTablesThanThisNodeKnew() {
    Visitor stranger = Visitor.stranger(port);
    assertThat(stranger.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    db.sql("create table kept as select * from databasechangelog").update();
    db.sql("delete from databasechangelog where orderexecuted > 5").update();
    try {
      HttpResponse<String> answer = stranger.get("/actuator/health/readiness");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("\"status\":\"DOWN\"");
      assertThat(stranger.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    } finally {
      db.sql("delete from databasechangelog").update();
      db.sql("insert into databasechangelog select * from kept").update();
      db.sql("drop table kept").update();
    }
  }

  @Test
  void figuresAreForAdministratorsAndTheMonitoring() {
    assertThat(Visitor.stranger(port).get(FIGURES).statusCode()).isEqualTo(401);
    assertThat(Visitor.program(port, "manager").get(FIGURES).statusCode()).isEqualTo(403);
    assertThat(Visitor.program(port, "admin").get(FIGURES).statusCode()).isEqualTo(200);
    assertThat(Visitor.program(port, "press").get(FIGURES).statusCode()).isEqualTo(403);
    identities.createMembership("press", "monitoring");
    try {
      assertThat(Visitor.program(port, "press").get(FIGURES).statusCode()).isEqualTo(200);
    } finally {
      identities.deleteMembership("press", "monitoring");
    }
  }

  @Test
  void figuresAreWhatThereIs() {
    thereIsSomethingOfAll();

    String told = Visitor.program(port, "admin").get(FIGURES).body();

    long analysts = tasks.createTaskQuery().taskCandidateGroup("analysts").count();
    long delegations =
        tasks.createTaskQuery().taskCandidateGroupIn(List.of("delegation-fr")).count()
            * allies.today().size();
    assertThat(analysts).isPositive();
    assertThat(delegations).isPositive();
    assertThat(told)
        .contains("chancery_tasks_open{task_group=\"analysts\"} " + (double) analysts)
        .contains("chancery_tasks_overdue{task_group=\"analysts\"} " + (double) analysts)
        .contains("chancery_tasks_open{task_group=\"delegations\"} " + (double) delegations)
        .doesNotContain("delegation-")
        .contains("chancery_rounds_open 1.0")
        .contains("chancery_rounds_past_deadline 0.0")
        .contains("chancery_rounds_next_deadline_timestamp_seconds 3.2472144E10")
        .contains("chancery_jobs_due " + (double) management.createJobQuery().executable().count())
        .contains("chancery_jobs_oldest_due_timestamp_seconds 1.5778368E9")
        .contains("chancery_incidents_open 0.0")
        .contains(
            "chancery_audit_waiting "
                + db.sql("select count(*) from audit_waiting").query(Double.class).single())
        .contains("chancery_audit_oldest_waiting_timestamp_seconds ")
        // There is no mail server here: MailsTest.
        .doesNotContain("chancery_mails_");
    assertThat(management.createJobQuery().executable().count()).isPositive();
  }

  @Test
  void aReviewIsDueUntilItIsOpenAndNotWhileTheCommitteeHasItBeforeIt() {
    desk.setClock(Instant.parse("2026-11-10T10:00:00Z"));
    String key = programmes.register(SampleDossiers.ruritania());
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    assertThat(told()).contains("chancery_reviews_due 0.0");

    desk.setClock(Instant.parse("2027-01-05T08:00:00Z"));
    assertThat(told()).contains("chancery_reviews_open 0.0", "chancery_reviews_due 1.0");
    desk.runDueJobs();
    assertThat(told()).contains("chancery_reviews_open 1.0", "chancery_reviews_due 0.0");

    // The review of the next quarter opens when the committee has decided on this one.
    desk.setClock(Instant.parse("2027-04-02T08:00:00Z"));
    assertThat(told()).contains("chancery_reviews_late 1.0").contains("chancery_reviews_due 0.0");
  }

  @Test
  void aSilenceThatWaitsWithItsProgrammeIsNotPastItsDeadline() {
    desk.setClock(Instant.parse("2026-11-10T10:00:00Z"));
    Circulations circulations = new Circulations(office);
    circulations.prepare("WATCH-2026");
    circulations.circulate("WATCH-2026", OffsetDateTime.parse("2026-11-13T17:00:00Z"));
    desk.setClock(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(told())
        .contains("chancery_rounds_open 1.0")
        .contains("chancery_rounds_past_deadline 1.0")
        .contains("chancery_rounds_next_deadline_timestamp_seconds ");

    programmes.suspend("WATCH-2026", "The committee said so.");

    assertThat(told())
        .contains("chancery_rounds_open 0.0")
        .contains("chancery_rounds_past_deadline 0.0")
        .doesNotContain("chancery_rounds_next_deadline_timestamp_seconds ");
  }

  private String told() {
    return Visitor.program(port, "admin").get(FIGURES).body();
  }

  private void thereIsSomethingOfAll() {
    Circulations circulations = new Circulations(office);
    circulations.prepare("WATCH-2026");
    circulations.circulate("WATCH-2026", OffsetDateTime.parse("2999-01-01T00:00:00Z"));
    opening.open(SampleDossiers.ruritania());
    db.sql("update act_ru_task set due_date_ = timestamp '2020-01-01 00:00:00'").update();
    db.sql("update act_ru_job set duedate_ = timestamp '2020-01-01 00:00:00'").update();
  }

  @Test
  void rulesAndDashboardNameWhatIsToldAndAllThatTheOfficeTells() throws IOException {
    thereIsSomethingOfAll();
    Set<String> told =
        TOLD.matcher(Visitor.program(port, "admin").get(FIGURES).body())
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    // Only of a PostgreSQL: ArchiveFiguresTest.
    told.add("chancery_database_archive_failing");
    // Only where a backup tells of itself: FiguresTest.
    told.add("chancery_backup_last_success_timestamp_seconds");
    // Only where there is a mail server: MailsTest.
    told.addAll(
        Set.of(
            "chancery_mails_waiting",
            "chancery_mails_failed",
            "chancery_mails_oldest_waiting_timestamp_seconds"));
    Set<String> named = new TreeSet<>();
    for (String file : Set.of("alerts.yml", "dashboard.json")) {
      Set<String> inFile =
          NAMED
              .matcher(Files.readString(Path.of("docs/operations", file)))
              .results()
              .map(MatchResult::group)
              .collect(Collectors.toSet());
      assertThat(inFile).as(file).isNotEmpty();
      named.addAll(inFile);
    }

    assertThat(told).containsAll(named);
    assertThat(named).containsAll(ofChancery(told).toList());
  }

  private static Stream<String> ofChancery(Set<String> names) {
    return names.stream().filter(name -> name.startsWith("chancery_"));
  }
}
