package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.InstalledOffice;
import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.oversight.ConditionShift;
import app.chancery.oversight.ConditionShifts;
import app.chancery.oversight.Review;
import app.chancery.oversight.Reviews;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.readiness.Tier;
import app.chancery.records.alliance.Ally;
import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Programs that report on one programme at the same moment, over HTTP and on PostgreSQL. */
@Tag("own-application")
class ReportsAtOnceTest extends IntegrationCase {

  private static final int REPORTS = 12;

  /** How long the pool lets wait for a connection, in milliseconds. */
  private static final long TIMEOUT = 3000;

  private static InstalledOffice installed;

  @Autowired ManagementService management;
  @Autowired ConditionShifts shifts;
  @Autowired Reviews reviews;

  @BeforeAll
  static void open() {
    // One account reports on all the programmes.
    installed =
        InstalledOffice.onPostgres(
            "--chancery.oversight.reports-at-once=100",
            // What is under way when the line falls silent is waited for that long, half of what is
            // usual.
            "--spring.datasource.hikari.data-source-properties.socketTimeout=30");
  }

  @BeforeEach
  @Override
  void mondayMorning() {
    installed.furnish(this);
    super.mondayMorning();
  }

  @AfterAll
  static void close() {
    installed.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XA", "XB", "XC"})
  void allAreTakenAndTheProgrammeGoesOnOnce(String candidate) throws Exception {
    String key = endorsed(Tier.FULL_CANDIDATE, SampleDossiers.of(candidate, "Land " + candidate));
    integration.prepare(key);
    accessions.enter(key, AccessionStage.PROTOCOL_SIGNED, START, "signed");
    String ratification = runtime.startProcessInstanceByKey("collect-ratifications", key).getId();
    runtime.startProcessInstanceByKey("monitor-and-adjust", key, Map.of());
    List<String> parties = allies.today().stream().map(Ally::iso2).toList();
    Visitor secretary = Visitor.program(installed.port(), "secretary");
    Visitor analyst = Visitor.program(installed.port(), "analyst");
    Visitor officer = Visitor.program(installed.port(), "officer");

    List<Callable<HttpResponse<String>>> reports = new ArrayList<>();
    for (String stage : List.of("deposit", "parliament")) {
      parties.forEach(
          party ->
              reports.add(
                  () ->
                      secretary.post(
                          path(key, "ratifications"),
                          "{\"ally\": \"%s\", \"stage\": \"%s\", \"date\": \"%s\"}"
                              .formatted(party, stage, START))));
    }
    IntStream.range(0, REPORTS)
        .forEach(
            number -> {
              reports.add(
                  () ->
                      analyst.post(
                          path(key, "condition-shifts"),
                          """
                          {"kind": "political", "severity": "moderate",
                            "description": "Coalition talks, day %s", "source": "Embassy report"}
                          """
                              .formatted(number)));
              reports.add(
                  () ->
                      officer.post(
                          path(key, "activities"),
                          """
                          {"kind": "workshop", "name": "Workshop %s", "date": "%s",
                            "participants": ["XR", "PL"], "source": "Minutes"}
                          """
                              .formatted(number, START)));
            });
    Collections.shuffle(reports, new Random(9));
    HikariDataSource pool = installed.bean(DataSource.class).unwrap(HikariDataSource.class);
    // All wait for one programme: the database is busy then, and not away.
    pool.setConnectionTimeout(Duration.ofMinutes(1).toMillis());
    List<HttpResponse<String>> answers = atOnce(reports);
    pool.setConnectionTimeout(TIMEOUT);

    assertThat(answers)
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
    for (RatificationStage stage :
        List.of(RatificationStage.DEPOSIT, RatificationStage.PARLIAMENT)) {
      assertThat(ratifications.entries(key))
          .filteredOn(entry -> entry.stage() == stage)
          .extracting(RatificationEntry::ally)
          .containsExactlyInAnyOrderElementsOf(parties);
    }
    assertThat(activities.of(key)).hasSize(REPORTS);
    assertThat(reviews.of(key))
        .singleElement()
        .matches(review -> review.status() == Review.Status.OPEN);
    assertThat(shifts.of(key))
        .hasSize(REPORTS)
        .extracting(ConditionShift::review)
        .containsOnly(reviews.of(key).get(0).id());
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> management.createJobQuery().executable().count() == 0);
    assertThat(management.createJobQuery().withException().list()).isEmpty();
    assertThat(runtime.createIncidentQuery().list()).isEmpty();
    assertThat(endOf(ratification)).isEqualTo("endEvent_everyPartyRatified");
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceId(ratification)
                .finished()
                .count())
        .isEqualTo(1);
    assertThat(office.openTasks())
        .filteredOn(task -> task.programme().equals(key))
        .extracting(OpenTask::key)
        .containsExactly("userTask_decideReview");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whileTheDatabaseIsAwayEverybodyIsToldSoAndWorkGoesOnByItself(boolean withoutAWord)
      throws Exception {
    Visitor program = Visitor.program(installed.port(), "analyst");
    Visitor person = Visitor.person(installed.port(), "analyst");
    Visitor probe = Visitor.stranger(installed.port());
    assertThat(program.get("/api/v1/programmes").statusCode()).isEqualTo(200);
    assertThat(
            installed.bean(DataSource.class).unwrap(HikariDataSource.class).getConnectionTimeout())
        .isEqualTo(TIMEOUT);

    if (withoutAWord) {
      installed.line().fallSilent();
    } else {
      installed.line().cut();
    }
    HttpResponse<String> problem = program.get("/api/v1/programmes");
    HttpResponse<String> page = person.open("/programmes");
    HttpResponse<String> login =
        Visitor.stranger(installed.port()).with("Accept", "text/html").get("/programmes");
    HttpResponse<String> readiness = probe.get("/actuator/health/readiness");
    HttpResponse<String> liveness = probe.get("/actuator/health/liveness");
    installed.line().mend();

    for (HttpResponse<String> answer : List.of(problem, page)) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).contains("5");
      assertThat(answer.body())
          .contains("does not reach its database")
          .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
          .doesNotContain("Exception", "postgres");
    }
    assertThat(problem.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(login.statusCode()).isEqualTo(302);
    assertThat(readiness.statusCode()).isEqualTo(503);
    assertThat(readiness.body()).isEqualTo("{\"status\":\"DOWN\"}");
    assertThat(liveness.statusCode()).isEqualTo(200);
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> probe.get("/actuator/health/readiness").statusCode() == 200);
    assertThat(program.get("/api/v1/programmes").statusCode()).isEqualTo(200);
    assertThat(person.open("/programmes").statusCode()).isEqualTo(200);
  }

  private static String path(String key, String what) {
    return "/api/v1/programmes/" + key + "/" + what;
  }

  private static <T> List<T> atOnce(List<Callable<T>> actions) throws Exception {
    ExecutorService programs = Executors.newFixedThreadPool(actions.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : programs.invokeAll(actions)) {
        results.add(done.get());
      }
      return results;
    } finally {
      programs.shutdownNow();
    }
  }
}
