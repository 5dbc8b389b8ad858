package app.chancery.desk.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calendar programs get; another library than the one that wrote it reads it. */
@WebOfficeTest
class CalendarFeedTest {

  private static final String FEED = "/api/v1/calendar.ics";

  @LocalServerPort int port;
  @Autowired Programmes programmes;
  @Autowired RuntimeService runtime;
  @Autowired Deliverables deliverables;
  @Autowired Office office;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgrammeWithDates() {
    office.setClock(Instant.parse("2026-11-10T10:00:00Z"));
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    runtime.startProcessInstanceByKey("monitor-and-adjust", key);
    round("FR,DE", "2027-04-15T16:00:00Z");
    exercise("Northern Light", "2027-06-01");
  }

  @Test
  void aCalendarProgramReadsReviewsSilencesAndExercises() {
    HttpResponse<String> answer = Visitor.program(port, "manager").get(FEED);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/calendar")
        .containsIgnoringCase("utf-8");
    ICalendar calendar = Biweekly.parse(answer.body()).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty()).isTrue();
    assertThat(calendar.getTimezoneInfo().getTimezones()).isNotEmpty();
    VEvent review = event(calendar, "review-2027-Q1-XR-2026@chancery").orElseThrow();
    assertThat(review.getSummary().getValue())
        .isEqualTo("Quarterly review of Ruritania (XR-2026) opens: first quarter of 2027");
    assertThat(review.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-01-04T08:00:00Z"));
    assertThat(review.getDateTimeStamp().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-11-10T10:00:00Z"));
    assertThat(review.getUrl().getValue())
        .isEqualTo("http://localhost:" + port + "/programmes/XR-2026");
    VEvent silence = event(calendar, "silence-1@chancery").orElseThrow();
    // Summer time by then: 18:00 in Brussels.
    assertThat(silence.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2027-04-15T16:00:00Z"));
    assertThat(answer.body())
        .contains("DTSTART;TZID=Europe/Brussels:20270415T180000")
        .contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n", "X-PUBLISHED-TTL:PT1H\r\n")
        .contains("METHOD:PUBLISH\r\n");
    VEvent exercise = event(calendar, "exercise-1@chancery").orElseThrow();
    assertThat(exercise.getSummary().getValue())
        .isEqualTo("Joint exercise: Northern Light, Ruritania (XR-2026)");
    assertThat(exercise.getDateStart().getValue().hasTime()).isFalse();
    assertThat(calendar.getEvents()).hasSize(3);
  }

  @Test
  void aSilenceThatIsExtendedKeepsItsIdentityAndCountsItsRevisions() {
    assertThat(start("silence-1@chancery")).isEqualTo(Instant.parse("2027-04-15T16:00:00Z"));
    assertThat(revision("silence-1@chancery")).isZero();

    db.sql(
            """
            insert into council_extension (council_round, ended_before, ends_now, zone, reason,
              extended_by, extended_at)
            select id, silence_ends, ?, zone, 'a capital asked', 'secretary', silence_ends
            from council_round
            """)
        .params(OffsetDateTime.parse("2027-04-20T16:00:00Z"))
        .update();
    db.sql("update council_round set silence_ends = ?")
        .params(OffsetDateTime.parse("2027-04-20T16:00:00Z"))
        .update();

    assertThat(start("silence-1@chancery")).isEqualTo(Instant.parse("2027-04-20T16:00:00Z"));
    assertThat(revision("silence-1@chancery")).isOne();
  }

  private int revision(String uid) {
    return event(read("manager"), uid).orElseThrow().getSequence().getValue();
  }

  @Test
  void aReviewThatIsOpenHasADecisionDueForStaff() {
    office.setClock(Instant.parse("2027-01-04T08:00:00Z"));
    office.runDueJobs();

    ICalendar staff = read("committee");
    VEvent due = event(staff, "decision-1@chancery").orElseThrow();
    assertThat(due.getSummary().getValue())
        .isEqualTo("Decision due on Ruritania (XR-2026): quarterly review, first quarter of 2027");
    assertThat(event(read("delegate-fr"), "decision-1@chancery")).isEmpty();
  }

  @Test
  void theDayAfterAReviewOpenedTheNextOneIsThatOfTheNextQuarter() {
    office.setClock(Instant.parse("2027-01-05T08:00:00Z"));
    office.runDueJobs();

    assertThat(start("review-2027-Q2-XR-2026@chancery"))
        .isEqualTo(Instant.parse("2027-04-01T07:00:00Z"));
    assertThat(uids("manager")).doesNotContain("review-2027-Q1-XR-2026@chancery");
    assertThat(Visitor.program(port, "manager").get("/api/v1/programmes/" + key).body())
        .contains("\"status\":\"open\"")
        .contains("\"nextReview\":\"2027-04-01T");
  }

  @Test
  void aDelegationSeesOnlyTheRoundsItIsAskedInAndApprovedSchedules() {
    assertThat(uids("delegate-fr"))
        .containsExactlyInAnyOrder("review-2027-Q1-XR-2026@chancery", "silence-1@chancery");
    assertThat(uids("delegate-it")).containsExactly("review-2027-Q1-XR-2026@chancery");
    deliverables.issue(key, DeliverableKind.JOINT_EXERCISE_SCHEDULE, schedule());
    assertThat(uids("delegate-it")).contains("exercise-1@chancery");
  }

  /** The programme went back to its design, and integration began anew. */
  @Test
  void whatWasConfirmedOfAnEarlierPackageConfirmsNothingOfTheNewest() {
    programmes.enterStep(key, Step.INTEGRATION);
    deliverables.issue(key, DeliverableKind.JOINT_EXERCISE_SCHEDULE, schedule());
    assertThat(uids("delegate-it")).contains("exercise-1@chancery");
    assertThat(coming("delegate-it")).contains("Northern Light");

    office.setClock(Instant.parse("2026-11-11T10:00:00Z"));
    programmes.enterStep(key, Step.INTEGRATION);
    exercise(2, "Southern Cross", "2027-06-02");
    assertThat(uids("delegate-it")).noneMatch(uid -> uid.startsWith("exercise"));
    deliverables.draft(key, DeliverableKind.JOINT_EXERCISE_SCHEDULE, schedule());

    assertThat(uids("delegate-it")).noneMatch(uid -> uid.startsWith("exercise"));
    assertThat(coming("delegate-it")).isNotEmpty().doesNotContain("Southern Cross");
    assertThat(uids("manager"))
        .contains("exercise-2@chancery")
        .doesNotContain("exercise-1@chancery");
    assertThat(coming("manager")).contains("Southern Cross");
    deliverables.approve(key, DeliverableKind.JOINT_EXERCISE_SCHEDULE);
    assertThat(uids("delegate-it")).contains("exercise-2@chancery");
    assertThat(coming("delegate-it")).contains("Southern Cross");
  }

  @Test
  void exercisesThatWereHeldDroppedReplacedOrAreFarAheadAreNotTold() {
    exercise("Far Away", "2028-06-01");
    exercise("Yesterday", "2026-11-09");
    db.sql("update planned_exercise set dropped = true where name = 'Northern Light'").update();
    exercise("Held Early", "2027-02-01");
    db.sql(
            """
            insert into activity (programme, kind, name, held_on, participants, source,
              planned_exercise, recorded_by, recorded_at)
            values (?, 'EXERCISE', 'Held Early', date '2026-11-05', 'XR, FR', 'report', 4, 'x', now())
            """)
        .params(key)
        .update();

    assertThat(uids("manager")).noneMatch(uid -> uid.startsWith("exercise"));
  }

  @Test
  void aSilenceThatWaitsWithItsProgrammeHasNoEndToTell() {
    programmes.suspend(key, "conditions shifted");
    assertThat(uids("manager")).isNotEmpty().doesNotContain("silence-1@chancery");

    programmes.resume(key);
    assertThat(uids("manager")).contains("silence-1@chancery");
  }

  @Test
  void exercisesOfASuspendedProgrammeAreTentative() {
    programmes.suspend(key, "conditions shifted");

    assertThat(
            event(read("manager"), "exercise-1@chancery").orElseThrow().getStatus().isTentative())
        .isTrue();
  }

  @Test
  void withoutALoginThereIsAChallengeThatCalendarProgramsUnderstand() {
    HttpResponse<String> answer = Visitor.stranger(port).get(FEED);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
  }

  private Instant start(String uid) {
    return event(read("manager"), uid).orElseThrow().getDateStart().getValue().toInstant();
  }

  private ICalendar read(String account) {
    return Biweekly.parse(Visitor.program(port, account).get(FEED).body()).first();
  }

  private List<String> uids(String account) {
    return read(account).getEvents().stream().map(event -> event.getUid().getValue()).toList();
  }

  private static Optional<VEvent> event(ICalendar calendar, String uid) {
    return calendar.getEvents().stream()
        .filter(event -> event.getUid().getValue().equals(uid))
        .findFirst();
  }

  private void round(String allies, String silenceEnds) {
    OffsetDateTime ends = OffsetDateTime.parse(silenceEnds);
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status)
            values (1, ?, 1, 1, 'FULL_CANDIDATE', 'safe', ?, ?, 'secretary', ?, 'Europe/Brussels',
              'OPEN')
            """)
        .params(key, allies, ends.minusDays(5), ends)
        .update();
  }

  private static Document schedule() {
    return Document.titled("Joint exercise schedule", "One exercise.");
  }

  /** What happens next, by the page of the programme. */
  private String coming(String account) {
    return Jsoup.parse(Visitor.person(port, account).open("/programmes/" + key).body())
        .select("dl.coming")
        .text();
  }

  private void exercise(String name, String day) {
    exercise(1, name, day);
  }

  private void exercise(long ofPackage, String name, String day) {
    db.sql(
            """
            insert into planned_exercise (programme, package_id, phase_id, planned_on, name,
              standard, dropped)
            values (?, ?, 1, ?, ?, 'logistics', false)
            """)
        .params(key, ofPackage, LocalDate.parse(day), name)
        .update();
  }
}
