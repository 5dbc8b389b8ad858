package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.consensus.Circulations;
import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.consensus.Stance;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.oversight.ProgrammesInOversight;
import app.chancery.platform.audit.AuditVerification;
import app.chancery.platform.database.Nodes;
import app.chancery.platform.database.SharedClock;
import app.chancery.programme.Programmes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * What goes wrong around an office, on a real PostgreSQL and with the real job executor: its disk
 * is full, its clock is put back an hour. It ends in a clear state and goes on when the cause is
 * gone.
 */
@Tag("own-application")
class FaultsTest {

  private static final String NO_OBJECTION = position("no objection", "");
  private static final String RESERVATION =
      position("reservation", ", \"reservation\": {\"value\": \"Not before spring.\"}");

  private static EmbeddedPostgres database;
  private static InstalledOffice office;

  @BeforeAll
  static void open() {
    database = InstalledOffice.postgres();
    start();
  }

  private static void start() {
    office =
        InstalledOffice.on(
            InstalledOffice.urlOf(database),
            application -> {},
            "--chancery.engine.jobs-again-after=PT0.1S",
            "--chancery.database.clock-checked-every=PT0S",
            "--chancery.watching.recount-after=PT1H",
            "--camunda.bpm.job-execution.wait-time-in-millis=5",
            "--camunda.bpm.job-execution.max-wait=20",
            "--logging.level.org.camunda.bpm.engine.context=off",
            "--logging.level.org.camunda.bpm.engine.jobexecutor=off");
  }

  @AfterEach
  void realTime() {
    machineIsAhead(Duration.ZERO);
    ClockUtil.reset();
  }

  @AfterAll
  static void close() throws IOException {
    office.close();
    database.close();
  }

  // ---------------------------------------------------------------- a full disk

  @Test
  void aDocumentThereIsNoRoomForIsPrintedWhenThereIsAndNobodyHasToHelp() {
    String programme = office.bean(Programmes.class).register(SampleDossiers.ruritania());
    JdbcClient db = db();
    db.sql("create sequence tries").update();
    db.sql(
            """
            create function no_room() returns trigger language plpgsql as $$
            begin
              perform nextval('tries');
              raise exception 'could not extend file: No space left on device' using errcode = '53100';
            end $$
            """)
        .update();
    db.sql(
            "create trigger no_room before insert on deliverable_print"
                + " for each row execute function no_room()")
        .update();
    Deliverable brief =
        office
            .bean(Deliverables.class)
            .issue(programme, DeliverableKind.MEDIA_BRIEF, Document.titled("Brief", "In short."));

    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> db.sql("select last_value from tries").query(Long.class).single() > 4);

    assertThat(office.bean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
    String address = "/api/v1/programmes/" + programme + "/deliverables/" + brief.id();
    assertThat(Visitor.program(office.port(), "press").file(address + "?format=pdf").body())
        .as("made for its reader meanwhile")
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    db.sql("drop trigger no_room on deliverable_print").update();
    // An attempt that fails otherwise is made again after a minute.
    await()
        .atMost(Duration.ofMinutes(3))
        .until(
            () ->
                db.sql("select deliverable from deliverable_print")
                    .query(Long.class)
                    .list()
                    .contains(brief.id()));
    assertThat(office.bean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
    assertThat(told("incident-raised")).isZero();
  }

  // ---------------------------------------------------------------- a clock that is put back

  @Test
  void aRoundThatHasEndedStaysSoHoweverOftenItsDeadlineComes() {
    OffsetDateTime deadline = circulated("ENDED-2026");
    String task = positionTask("ENDED-2026", "fr");
    at(deadline);
    awaitStatus("ENDED-2026", Round.Status.ADOPTED);
    awaitNothingDue();
    Round ended = round("ENDED-2026");
    List<Long> before = traces("ENDED-2026");

    at(deadline.minusHours(1));
    HttpResponse<String> late = answer("fr", task, NO_OBJECTION);
    awaitNothingDue();
    at(deadline);
    awaitNothingDue();

    assertThat(late.statusCode()).isBetween(400, 499);
    assertThat(late.body()).contains("silence of round 1 ended");
    assertThat(round("ENDED-2026")).isEqualTo(ended);
    assertThat(traces("ENDED-2026")).isEqualTo(before);
  }

  @Test
  void anHourThatIsRepeatedIsJudgedByTheSameDeadline() {
    OffsetDateTime deadline = circulated("TWICE-2026");
    String france = positionTask("TWICE-2026", "fr");
    String germany = positionTask("TWICE-2026", "de");
    at(deadline.minusMinutes(1));
    assertThat(answer("fr", france, NO_OBJECTION).statusCode()).isEqualTo(204);

    at(deadline.minusMinutes(61));
    assertThat(answer("fr", france, RESERVATION).statusCode()).isEqualTo(204);
    at(deadline.minusNanos(1_000_000));
    awaitNothingDue();
    assertThat(answer("de", germany, NO_OBJECTION).statusCode()).isEqualTo(204);
    assertThat(round("TWICE-2026").status()).isEqualTo(Round.Status.OPEN);
    at(deadline);
    awaitStatus("TWICE-2026", Round.Status.ADOPTED);

    Council council = office.bean(Council.class);
    assertThat(council.tally(round("TWICE-2026")).isAdopted()).isTrue();
    assertThat(council.positions(round("TWICE-2026").id()))
        .extracting(each -> each.ally() + " " + each.stance())
        .containsExactly(
            "FR " + Stance.NO_OBJECTION, "FR " + Stance.RESERVATION, "DE " + Stance.NO_OBJECTION);
    assertThat(answer("de", germany, RESERVATION).statusCode()).isBetween(400, 499);
  }

  /** Between the taking of a job and its turn there may be much else to do. */
  @Test
  void aDeadlineThatWasReachedAndIsNotAnyMoreWaitsForItsTime() {
    machineIsAhead(Duration.ofHours(1));
    OffsetDateTime deadline = circulated("TAKEN-2026");
    Job silence = timerAt(deadline);
    at(deadline);
    take(silence);
    at(deadline.minusHours(1));

    JobExecutor jobs = office.bean(JobExecutor.class);
    jobs.getExecuteJobsRunnable(
            List.of(silence.getId()), (ProcessEngineImpl) office.bean(ProcessEngine.class))
        .run();

    assertThat(round("TAKEN-2026").status()).isEqualTo(Round.Status.OPEN);
    Job waiting = timerAt(deadline);
    assertThat(waiting.getId()).isEqualTo(silence.getId());
    assertThat(waiting.getRetries()).isEqualTo(silence.getRetries());
    assertThat(waiting.getDuedate()).isEqualTo(silence.getDuedate());
    assertThat(
            db().sql("select count(*) from act_ru_job where id_ = :id and lock_owner_ is null")
                .param("id", silence.getId())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    machineIsAhead(Duration.ZERO);
    at(deadline);
    awaitStatus("TAKEN-2026", Round.Status.ADOPTED);
  }

  @Test
  void aNodeWhoseClockIsWrongDoesNothingByItselfAndGoesOnWhenItIsRight() {
    OffsetDateTime deadline = circulated("WRONG-2026");
    for (Duration apart : List.of(Duration.ofHours(1), Duration.ofHours(-1))) {
      machineIsAhead(apart);
      // What the executor was at when the clock went wrong is done.
      await().until(() -> !office.bean(SharedClock.class).agrees());
      at(deadline);
      assertThat(office.bean(JobExecutor.class).getAcquireJobsCmd(3).execute(null).size()).isZero();
      assertThat(round("WRONG-2026").status()).isEqualTo(Round.Status.OPEN);
      at(deadline.minusHours(2));
    }

    machineIsAhead(Duration.ZERO);
    at(deadline);
    awaitStatus("WRONG-2026", Round.Status.ADOPTED);
  }

  @Test
  void whoWatchesIsToldHowFarTheClocksAreApartAndFiguresAreCountedAnew() {
    ClockUtil.offset(Duration.ofHours(1).toMillis());
    assertThat(clockAhead()).isBetween(3540.0, 3660.0);

    ClockUtil.reset();

    assertThat(clockAhead()).isBetween(-60.0, 60.0);
  }

  /** Its first day comes twice: it is put back over midnight. */
  @Test
  void aQuarterIsReviewedOnceAndNotBeforeItsTime() {
    ProgrammesInOversight programmes = new ProgrammesInOversight(office);
    at(OffsetDateTime.parse("2026-11-10T10:00:00Z"));
    List<String> keys = ProgrammesInOversight.keys(1, 3);
    keys.forEach(programmes::add);
    keys.forEach(programmes::watch);
    OffsetDateTime opening = OffsetDateTime.parse("2027-01-04T08:00:00Z");
    at(opening.minusMinutes(1));
    awaitNothingDue();
    assertThat(reviews()).isZero();
    at(opening);
    await().atMost(Duration.ofMinutes(1)).until(() -> reviews() == 3);
    awaitNothingDue();
    long told = told("review-opened");

    for (OffsetDateTime again :
        List.of(
            opening.minusHours(1),
            opening,
            OffsetDateTime.parse("2026-12-31T22:30:00Z"),
            opening.plusDays(1))) {
      at(again);
      awaitNothingDue();
    }
    restart();
    awaitNothingDue();

    assertThat(reviews()).isEqualTo(3);
    assertThat(told("review-opened")).isEqualTo(told);
    assertThat(told("review-missed")).isZero();
  }

  /** Also what a node had begun that is no more, whose lock ends in an hour that comes again. */
  @Test
  void aClockThatIsPutBackAcrossARestartChangesNoDeadline() {
    OffsetDateTime ended = circulated("BEFORE-2026");
    OffsetDateTime deadline = circulated("AFTER-2026");
    at(ended);
    awaitStatus("BEFORE-2026", Round.Status.ADOPTED);
    OffsetDateTime later = deadline.plusDays(1);
    OffsetDateTime open = circulated("LATER-2026", later);
    awaitNothingDue();
    List<Long> before = traces("BEFORE-2026");
    machineIsAhead(Duration.ofHours(1));
    at(open);
    Job silence = timerAt(open);
    take(silence);
    db().sql("update act_ru_job set lock_owner_ = 'gone' where id_ = :id")
        .param("id", silence.getId())
        .update();

    at(open.minusHours(1));
    restart();
    awaitNothingDue();

    assertThat(round("LATER-2026").status()).isEqualTo(Round.Status.OPEN);
    assertThat(traces("BEFORE-2026")).isEqualTo(before);
    at(open);
    awaitStatus("LATER-2026", Round.Status.ADOPTED);
    assertThat(office.bean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
  }

  @Test
  void theAuditIsWholeAlthoughItsTimesGoBack() {
    OffsetDateTime deadline = circulated("AUDIT-2026");
    String task = positionTask("AUDIT-2026", "fr");
    at(deadline.minusMinutes(1));
    answer("fr", task, NO_OBJECTION);
    at(deadline.minusMinutes(61));
    answer("fr", task, RESERVATION);
    ClockUtil.reset();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> db().sql("select count(*) from audit_waiting").query(Long.class).single() == 0);

    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    boolean whole =
        new AuditVerification(out, out)
            .run(InstalledOffice.settings(InstalledOffice.urlOf(database)));

    assertThat(whole).as(printed.toString(StandardCharsets.UTF_8)).isTrue();
    List<OffsetDateTime> times =
        db().sql("select done_at from audit_record where programme = 'AUDIT-2026' order by number")
            .query(OffsetDateTime.class)
            .list();
    assertThat(times).hasSizeGreaterThan(1).isNotEqualTo(times.stream().sorted().toList());
  }

  /** All times of sessions are the database's. */
  @Test
  void whoIsLoggedInStaysSo() {
    Visitor manager = Visitor.person(office.port(), "manager");
    assertThat(manager.open("/programmes").statusCode()).isEqualTo(200);

    db().sql("update web_session set seen_at = seen_at + interval '1 hour'").update();

    assertThat(manager.open("/programmes").statusCode()).isEqualTo(200);
    db().sql("update web_session set seen_at = seen_at - interval '2 hours'").update();
    assertThat(manager.open("/programmes").statusCode()).isEqualTo(200);
  }

  // ---------------------------------------------------------------- what the tests say

  private static void at(OffsetDateTime moment) {
    ClockUtil.setCurrentTime(Date.from(moment.toInstant()));
  }

  /** What the machine says; the clock of the office is set by {@link #at}. */
  private static void machineIsAhead(Duration ahead) {
    ReflectionTestUtils.setField(
        office.bean(SharedClock.class), "machine", Clock.offset(Clock.systemUTC(), ahead));
  }

  private static void restart() {
    office.close();
    start();
  }

  private static OffsetDateTime circulated(String programme) {
    return circulated(
        programme,
        Instant.now().atOffset(ZoneOffset.UTC).plusDays(2).truncatedTo(ChronoUnit.MINUTES));
  }

  private static OffsetDateTime circulated(String programme, OffsetDateTime deadline) {
    Circulations circulations = new Circulations(office);
    circulations.prepare(programme);
    circulations.circulate(programme, deadline);
    return deadline;
  }

  private static String positionTask(String programme, String ally) {
    return new Circulations(office).positionTask(programme, "delegation-" + ally);
  }

  private static HttpResponse<String> answer(String ally, String task, String position) {
    return Visitor.program(office.port(), "delegate-" + ally)
        .post("/engine-rest/task/" + task + "/submit-form", position);
  }

  private static String position(String stance, String further) {
    return "{\"variables\": {\"position\": {\"value\": \"%s\"}%s}}".formatted(stance, further);
  }

  private static Round round(String programme) {
    return office.bean(Council.class).newestRound(programme).orElseThrow();
  }

  private static void awaitStatus(String programme, Round.Status status) {
    await().atMost(Duration.ofMinutes(1)).until(() -> round(programme).status() == status);
  }

  private static void awaitNothingDue() {
    ManagementService management = office.bean(ManagementService.class);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> management.createJobQuery().executable().count() == 0);
  }

  /** What an end of a round leaves, in numbers. */
  private static List<Long> traces(String programme) {
    return List.of(
        count("select count(*) from decision_record where programme = :key", programme),
        count("select count(*) from notice where programme = :key", programme),
        count("select count(*) from deliverable where programme = :key", programme),
        count("select count(*) from council_item where programme = :key", programme));
  }

  private static long count(String statement, String programme) {
    return db().sql(statement).param("key", programme).query(Long.class).single();
  }

  private static Job timerAt(OffsetDateTime moment) {
    return office.bean(ManagementService.class).createJobQuery().timers().list().stream()
        .filter(job -> job.getDuedate().toInstant().equals(moment.toInstant()))
        .findFirst()
        .orElseThrow();
  }

  /** As the executor takes it. */
  private static void take(Job job) {
    db().sql(
            """
            update act_ru_job set lock_owner_ = :node, lock_exp_time_ = :until, rev_ = rev_ + 1
            where id_ = :id
            """)
        .param("node", Nodes.THIS)
        .param("until", new java.sql.Timestamp(ClockUtil.getCurrentTime().getTime() + 300_000))
        .param("id", job.getId())
        .update();
  }

  private static long reviews() {
    return db().sql("select count(*) from review where kind = 'QUARTERLY'")
        .query(Long.class)
        .single();
  }

  private static long told(String kind) {
    return db().sql("select count(*) from notice where kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  private static double clockAhead() {
    return Visitor.program(office.port(), "admin")
        .get("/actuator/prometheus")
        .body()
        .lines()
        .filter(line -> line.startsWith("chancery_clock_ahead_of_database_seconds"))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow();
  }

  private static JdbcClient db() {
    return office.bean(JdbcClient.class);
  }
}
