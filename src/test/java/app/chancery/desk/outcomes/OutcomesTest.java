package app.chancery.desk.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.config.TriggerTask;
import org.springframework.scheduling.support.SimpleTriggerContext;

/** Every measure, from facts that are put into the tables one by one. */
@WebOfficeTest
class OutcomesTest {

  private static final Quarter Q4 = new Quarter(2026, 4);

  @LocalServerPort int port;
  @Autowired Outcomes outcomes;
  @Autowired Counting counting;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired Office office;
  @Autowired ReviewCalendar calendar;
  @Autowired Clock clock;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgramme() {
    office.setClock(Instant.parse("2026-07-06T08:00:00Z"));
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    office.setClock(Instant.parse("2027-02-10T12:00:00Z"));
  }

  @Test
  void activitiesCountInTheQuarterTheyTookPlaceIn() {
    activity("EXERCISE", "2026-09-30");
    activity("EXERCISE", "2026-10-01");
    activity("EXERCISE", "2026-12-31");
    activity("INTELLIGENCE_SHARING", "2026-11-11");
    activity("WORKSHOP", "2027-01-01");

    assertThat(in(Q4).activities()).isEqualTo(new Measures.Activities(2L, 1L, 0L));
    assertThat(in(Q4.next()).activities()).isEqualTo(new Measures.Activities(0L, 0L, 1L));
    assertThat(in(Q4.previous()).activities()).isEqualTo(new Measures.Activities(1L, 0L, 0L));
  }

  @Test
  void milestonesAreOnTimeByTheDateInForce() {
    milestone(1, "2026-10-10", "2026-10-10");
    milestone(1, "2026-11-10", "2026-11-11");
    milestone(1, "2026-12-10", null);
    // A plan that was replaced: what was met counts, what was not does not.
    milestone(0, "2026-12-11", "2026-12-01");
    milestone(0, "2026-12-12", null);
    // Not due yet.
    milestone(1, "2027-03-01", null);

    assertThat(in(Q4).milestones()).isEqualTo(new Measures.Milestones(4L, 2L, 1L, 1L, 50.0));
    assertThat(in(Q4.next()).milestones()).isEqualTo(new Measures.Milestones(0L, 0L, 0L, 0L, null));
  }

  /** Half past midnight in Brussels, while it is the day before in UTC, in summer and in winter. */
  @Test
  void aProgrammeThatEndedByTheAlliancesCalendarAfterADayDidNotMeetWhatWasDueOnIt() {
    milestone(1, "2026-10-10", null);
    milestone(1, "2026-10-11", null);
    endedAt("2026-10-10T22:30:00Z");
    assertThat(in(Q4).milestones().notMet()).isEqualTo(1);
    endedAt("2026-10-10T21:30:00Z");
    assertThat(in(Q4).milestones().notMet()).isZero();

    milestone(1, "2026-12-10", null);
    endedAt("2026-12-10T23:30:00Z");
    assertThat(in(Q4).milestones().notMet()).isEqualTo(3);
    endedAt("2026-12-10T22:30:00Z");
    assertThat(in(Q4).milestones().notMet()).isEqualTo(2);
  }

  private void endedAt(String moment) {
    db.sql("update programme set ended_at = ? where programme_key = ?")
        .params(moment(moment), key)
        .update();
  }

  @Test
  void reviewsCountInTheirQuarterHoweverTheyWentOn() {
    review("QUARTERLY", "2026-Q4", "HELD", false, "2026-10-01T07:00:00Z");
    review("QUARTERLY", "2026-Q3", "MISSED", false, null);
    review("QUARTERLY", "2027-Q1", "OPEN", false, "2027-01-04T08:00:00Z");
    review("CONDITIONS_SHIFTED", null, "HELD", true, "2026-12-31T22:59:59Z");
    // New Year in Brussels already.
    review("CONDITIONS_SHIFTED", null, "WITHDRAWN", false, "2026-12-31T23:00:00Z");

    assertThat(in(Q4).reviews()).isEqualTo(new Measures.Reviews(1L, 1L, 0L, 0L, 0L, 50.0));
    assertThat(in(Q4.previous()).reviews())
        .isEqualTo(new Measures.Reviews(0L, 0L, 1L, 0L, 0L, 0.0));
    assertThat(in(Q4.next()).reviews()).isEqualTo(new Measures.Reviews(0L, 0L, 0L, 1L, 1L, null));
  }

  @Test
  void retentionIsByTheInstrumentOfEntry() {
    phase(1, "STRATEGIC_PARTNERSHIP_AGREEMENT", "2026-10-20T08:00:00Z");
    phase(2, "JOINT_TRAINING_INITIATIVE", "2027-01-20T08:00:00Z");

    assertThat(in(Q4).retention())
        .containsExactly(
            new Measures.Retention("strategic-partnership-agreement", 1, 1, 0, 0, 100.0));
    assertThat(in(Q4.previous()).retention()).isEmpty();
    programmes.close(key, app.chancery.programme.Outcome.TERMINATED, "no longer wanted");
    assertThat(in(Q4.next()).retention())
        .containsExactly(
            new Measures.Retention("strategic-partnership-agreement", 1, 0, 0, 1, 0.0));
    assertThat(in(Q4).retention().get(0).active()).isEqualTo(1);
  }

  /** The first phase says how it entered; settled is not lost. */
  @Test
  void whoStaysIsComparedByThePathOfEntry() {
    phase(1, "STRATEGIC_PARTNERSHIP_AGREEMENT", "2025-10-20T08:00:00Z");
    phase(2, "JOINT_TRAINING_INITIATIVE", "2027-01-20T08:00:00Z");
    Visitor manager = Visitor.person(port, "manager");

    assertThat(retention(manager))
        .containsExactly("Strategic Partnership Agreement", "1", "0", "1 of 1 too few for a share");
    programmes.close(key, app.chancery.programme.Outcome.SETTLED, "all is done");
    assertThat(retention(manager).get(2)).isEqualTo("0");
    db.sql("update programme set outcome = 'TERMINATED', ended_at = ?")
        .param(moment("2026-03-01T08:00:00Z"))
        .update();
    assertThat(retention(manager))
        .containsExactly("Strategic Partnership Agreement", "1", "1", "0 of 1 too few for a share");
    assertThat(Visitor.person(port, "delegate-fr").open("/outcomes/retention").statusCode())
        .isEqualTo(403);
  }

  private static List<String> retention(Visitor reader) {
    return Jsoup.parse(reader.open("/outcomes/retention").body())
        .select("tbody td")
        .eachText()
        .stream()
        .limit(4)
        .toList();
  }

  @Test
  void frictionIsWhatHappenedInTheCouncil() {
    item("2026-10-10T08:00:00Z", "2026-10-20T20:00:00Z");
    long broken = round(1, "BROKEN", "2026-10-12T08:00:00Z");
    long adopted = round(2, "ADOPTED", "2026-10-20T20:00:00Z");
    position(broken, "HU", "OBJECTION", "2026-10-11T08:00:00Z");
    position(broken, "HU", "OBJECTION", "2026-10-12T07:00:00Z");
    position(broken, "TR", "OBJECTION", "2026-10-12T07:30:00Z");
    position(adopted, "HU", "RESERVATION", "2026-10-18T07:30:00Z");

    Measures.Friction friction = in(Q4).friction();
    assertThat(friction.roundsBroken()).isEqualTo(1);
    assertThat(friction.objectionsByAlly()).containsOnly(entry("HU", 1L), entry("TR", 1L));
    assertThat(friction.objections()).isEqualTo(2);
    assertThat(friction.adopted()).isEqualTo(1);
    assertThat(friction.daysToConsensus()).isEqualTo(10.5);
  }

  @Test
  void aFileTellsNoughtApartFromWhatIsNotKnown() {
    phase(1, "JOINT_TRAINING_INITIATIVE", "2027-01-20T08:00:00Z");
    position(round(1, "BROKEN", "2026-10-20T16:00:00Z"), "TR", "OBJECTION", "2026-10-20T16:00:00Z");
    position(round(2, "BROKEN", "2027-01-20T16:00:00Z"), "HU", "OBJECTION", "2027-01-20T16:00:00Z");

    List<String> file =
        Visitor.program(port, "manager")
            .open("/api/v1/outcomes?format=csv&from=2026-Q2&to=2027-Q1")
            .body()
            .lines()
            .toList();

    List<String> columns = List.of(file.get(0).split(",", -1));
    int allies = columns.indexOf("friction.objectionsByAlly.HU");
    int entered = columns.indexOf("retention.joint-training-initiative.entered");
    assertThat(columns.get(allies + 1)).isEqualTo("friction.objectionsByAlly.TR");
    assertThat(columns).doesNotContain("retention");
    assertThat(file.stream().skip(1).map(row -> List.of(row.split(",", -1))))
        .filteredOn(row -> row.get(1).isEmpty())
        .extracting(
            row -> row.get(0),
            row -> row.get(allies),
            row -> row.get(allies + 1),
            row -> row.get(entered))
        .containsExactly(
            tuple("2026-Q2", "", "", ""),
            tuple("2026-Q3", "0", "0", "0"),
            tuple("2026-Q4", "0", "1", "0"),
            tuple("2027-Q1", "1", "0", "1"));
    assertThat(
            Jsoup.parse(
                    Visitor.person(port, "manager")
                        .open("/outcomes?from=2026-Q2&to=2027-Q1")
                        .body())
                .select("tr:contains(– of Türkiye)")
                .first()
                .select("td")
                .eachText())
        .containsExactly("–", "0", "1", "0");
  }

  @Test
  void daysInAStepAreThoseOfTheStaysThatEnded() {
    stay("ENGAGEMENT", "2026-10-01T08:00:00Z", "2026-10-11T08:00:00Z");
    stay("ENGAGEMENT", "2026-11-01T08:00:00Z", "2026-11-21T20:00:00Z");
    stay("CONSENSUS", "2026-11-21T20:00:00Z", null);

    assertThat(in(Q4).daysInStep()).containsOnly(entry("engagement", 15.3));
  }

  @Test
  void standardsAreTheNewestFiguresAtTheEndOfTheQuarter() {
    standards("84", "2026-12-31");
    standards("90", "2027-01-01");

    assertThat(in(Q4).standardsImplementedPct()).isEqualTo(84.0);
    assertThat(in(Q4.next()).standardsImplementedPct()).isEqualTo(90.0);
    assertThat(in(Q4.previous()).standardsImplementedPct()).isEqualTo(82.0);
    // The dossier knew a figure of the spring, but there was no programme yet.
    assertThat(in(new Quarter(2026, 2)).standardsImplementedPct()).isNull();
  }

  @Test
  void aCountOfThePortfolioServesUntilTheNextOneIsOverdue() {
    Outcomes patient = countedEvery(Duration.ofMinutes(1));
    OutcomesQuery query = new OutcomesQuery(Q4, Q4, null, List.of());
    activity("EXERCISE", "2026-10-01");
    assertThat(exercises(patient.report(query))).isEqualTo(1);
    activity("EXERCISE", "2026-10-02");

    office.setClock(office.now().plusSeconds(119));
    assertThat(exercises(patient.report(query))).isEqualTo(1);
    assertThat(exercises(patient.report(new OutcomesQuery(Q4, Q4, null, List.of(key)))))
        .isEqualTo(2);
    office.setClock(office.now().plusSeconds(1));
    assertThat(exercises(patient.report(query))).isEqualTo(2);
    assertThat(patient.report(query).asOf().toInstant()).isEqualTo(office.now());
  }

  /** Half a minute before New Year in Brussels, and half a minute after it. */
  @Test
  void aCountOfThePortfolioServesNoLongerThanItsQuarter() {
    Outcomes patient = countedEvery(Duration.ofHours(1));
    OutcomesQuery query = new OutcomesQuery(Q4.next(), Q4.next(), null, List.of());
    activity("EXERCISE", "2027-01-01");
    office.setClock(Instant.parse("2026-12-31T22:59:30Z"));
    patient.recount();

    office.setClock(Instant.parse("2026-12-31T23:00:30Z"));

    assertThat(exercises(patient.report(query))).isEqualTo(1);
    assertThat(patient.report(query).quarters().get(0).running()).isTrue();
    assertThat(
            patient.report(new OutcomesQuery(Q4, Q4, null, List.of())).quarters().get(0).running())
        .isFalse();
  }

  @Test
  void quartersOfMoreThanTenYearsAgoAreCountedWhenTheyAreAskedFor() {
    Outcomes patient = countedEvery(Duration.ofHours(1));
    Quarter early = new Quarter(2013, 2);
    db.sql("update programme set opened_at = ?").param(moment("2012-02-01T08:00:00Z")).update();
    activity("EXERCISE", "2013-05-05");
    patient.recount();

    assertThat(exercises(patient.report(new OutcomesQuery(early, early.next(), null, List.of()))))
        .isEqualTo(1);
    assertThat(
            patient
                .report(new OutcomesQuery(early, early, null, List.of()))
                .quarters()
                .get(0)
                .all()
                .programmes())
        .isEqualTo(1);
  }

  @Test
  void whatTheBackgroundCountsIsShown() {
    Duration minute = Duration.ofMinutes(1);
    Outcomes patient = countedEvery(minute);
    OutcomesQuery query = new OutcomesQuery(Q4, Q4, null, List.of());
    assertThat(exercises(patient.report(query))).isZero();
    activity("EXERCISE", "2026-10-01");
    ScheduledTaskRegistrar tasks = new ScheduledTaskRegistrar();
    new RecountInBackground(patient, new OutcomesPolicy(minute, 1, List.of(1), 5))
        .configureTasks(tasks);

    TriggerTask recount = tasks.getTriggerTaskList().get(0);
    SimpleTriggerContext counted = new SimpleTriggerContext();
    Instant first = recount.getTrigger().nextExecution(counted);
    assertThat(first).isBeforeOrEqualTo(counted.getClock().instant());
    recount.getRunnable().run();
    assertThat(exercises(patient.report(query))).isEqualTo(1);
    counted.update(first, first, first.plusSeconds(1));
    assertThat(recount.getTrigger().nextExecution(counted))
        .isAfterOrEqualTo(first.plusSeconds(1).plus(minute));
  }

  @ParameterizedTest
  @CsvSource({"PT0.1S, PT1M", "PT0.6S, PT1M", "PT1.4S, PT2M20S", "PT10S, PT16M40S"})
  void whatTakesLongIsCountedLessOften(Duration took, Duration rest) {
    assertThat(new OutcomesPolicy(Duration.ofMinutes(1), 1, List.of(1), 5).rest(took))
        .isEqualTo(rest);
    assertThat(new OutcomesPolicy(Duration.ZERO, 1, List.of(1), 5).rest(took)).isZero();
    assertThatThrownBy(() -> new OutcomesPolicy(Duration.ZERO, 0, List.of(1), 5))
        .hasMessageContaining("counting-percent");
  }

  private Outcomes countedEvery(Duration interval) {
    return new Outcomes(
        counting, calendar, programmes, new OutcomesPolicy(interval, 100, List.of(1), 5), clock);
  }

  @Test
  void anOfficeWithoutProgrammesHasNothingToCount() {
    db.sql("delete from programme").update();

    assertThat(in(Q4).programmes()).isZero();
    assertThat(in(Q4).standardsImplementedPct()).isNull();
  }

  @Test
  void programmesCountByTheirTierAndByThemselves() {
    String other = programmes.register(SampleDossiers.of("XP", "Pontevedro"));
    activity("EXERCISE", "2027-01-15");

    JsonNode answer = Visitor.program(port, "manager").json("/api/v1/outcomes?from=2027-Q1");

    JsonNode quarter = answer.get("quarters").get(0);
    assertThat(answer.get("quarters")).hasSize(1);
    assertThat(quarter.get("all").get("programmes").asInt()).isEqualTo(2);
    assertThat(quarter.get("tiers").get("full-candidate").get("programmes").asInt()).isEqualTo(1);
    assertThat(quarter.get("tiers").get("not-settled").get("programmes").asInt()).isEqualTo(1);
    assertThat(
            Visitor.program(port, "analyst")
                .json("/api/v1/outcomes?from=2027-Q1&programme=" + other)
                .at("/quarters/0/all/activities/jointExercises")
                .asInt())
        .isZero();
    assertThat(
            Visitor.program(port, "analyst")
                .json("/api/v1/outcomes?tier=full%20candidate")
                .at("/quarters/11/all/activities/jointExercises")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void everyBadParameterIsNamed() {
    Visitor manager = Visitor.program(port, "manager");

    assertThat(manager.get("/api/v1/outcomes?from=2026-4&to=Q4&tier=friend").statusCode())
        .isEqualTo(400);
    assertThat(manager.get("/api/v1/outcomes?from=2026-4&to=Q4&tier=friend").body())
        .contains("\"from\"", "\"to\"", "\"tier\"");
    for (String range : List.of("from=2027-Q1&to=2026-Q4", "to=2031-Q1", "from=1990-Q1")) {
      assertThat(manager.get("/api/v1/outcomes?" + range).statusCode()).as(range).isEqualTo(400);
    }
    assertThat(manager.get("/api/v1/outcomes?programme=XX-1999").statusCode()).isEqualTo(404);
  }

  @Test
  void aYearIsItsQuartersAndAProgrammeIsMeantByItsNameOrInSmallLetters() {
    Visitor manager = Visitor.program(port, "manager");

    for (String asked :
        List.of("from=2026&to=2026", "from=2026-q1&to=Q4%202026", "from=2026Q1&to=2026%20Q4")) {
      assertThat(quarters(manager, asked))
          .as(asked)
          .containsExactly("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
    }
    // Of the year that is running there is one quarter yet.
    assertThat(quarters(manager, "from=2027&to=2027")).containsExactly("2027-Q1");
    for (String meant : List.of(key, "xr-2026", "XR", "xr", "Ruritania", "%20RURITANIA%20")) {
      assertThat(manager.json("/api/v1/outcomes?programme=" + meant).path("programme").asText())
          .as(meant)
          .isEqualTo(key);
      assertThat(Visitor.person(port, "manager").open("/outcomes?programme=" + meant).body())
          .as(meant)
          .contains("Ruritania (" + key + ") by quarter");
    }
  }

  @Test
  void whatIsNotUnderstoodIsToldOnThePageWithWhatWasTypedAsItIsOverRest() {
    programmes.close(key, Outcome.NO_CONSENSUS, "No consensus");
    office.setClock(Instant.parse("2027-02-11T12:00:00Z"));
    String second = programmes.register(SampleDossiers.ruritania());
    Map<String, String> told =
        Map.of(
            "from=2027-Q1&to=2026-Q4",
            "2027-Q1 comes after 2026-Q4: the first quarter must not be after the last",
            "from=2026-4",
            "'2026-4' is not a quarter like 2026-Q4, nor a year",
            "to=2031",
            "2031-Q4 has not begun yet; the last one to count is 2027-Q1",
            "from=1990",
            "must be within 40 quarters before 2027-Q1",
            "tier=friend",
            "must be one of",
            "programme=Rurit",
            "There is no programme 'Rurit', neither by its key nor by the code or name",
            "programme=ruritania",
            "'ruritania' may be %s, %s; give the key".formatted(key, second));

    told.forEach(
        (asked, why) -> {
          HttpResponse<String> page = Visitor.person(port, "manager").open("/outcomes?" + asked);
          HttpResponse<String> call =
              Visitor.program(port, "manager").get("/api/v1/outcomes?" + asked);

          assertThat(page.body()).as(asked).contains("role=\"alert\"", "<h1>Outcomes</h1>");
          assertThat(Jsoup.parse(page.body()).select("[role=alert]").text())
              .as(asked)
              .contains(why);
          if (!asked.startsWith("tier")) {
            assertThat(page.body())
                .contains("value=\"%s\"".formatted(asked.replaceAll("^\\w+=|&.*", "")));
          }
          assertThat(call.statusCode()).as(asked).isEqualTo(page.statusCode()).isIn(400, 404);
          assertThat(call.body()).as(asked).contains(why);
        });
  }

  private static List<String> quarters(Visitor visitor, String asked) {
    return visitor.json("/api/v1/outcomes?" + asked).findValuesAsText("quarter");
  }

  @Test
  void onlyStaffSeeOutcomes() {
    for (String path : List.of("/api/v1/outcomes", "/outcomes")) {
      assertThat(Visitor.program(port, "delegate-fr").get(path).statusCode()).isEqualTo(403);
      assertThat(Visitor.program(port, "press").get(path).statusCode()).isEqualTo(200);
      assertThat(Visitor.stranger(port).get(path).statusCode()).isIn(302, 401);
    }
    assertThat(Visitor.person(port, "delegate-fr").get("/programmes").body())
        .doesNotContain("href=\"/outcomes");
  }

  @Test
  void thePageShowsTheFiguresOrSaysThatThereAreNone() {
    Visitor manager = Visitor.person(port, "manager");
    activity("EXERCISE", "2027-01-15");

    assertThat(manager.get("/programmes").body()).contains("href=\"/outcomes\"");
    assertThat(manager.get("/outcomes").body())
        .contains(
            "first quarter of 2027",
            "Joint exercises",
            "First quarter of 2027 by tier",
            "full candidate");
    assertThat(manager.get("/outcomes?from=2020-Q1&to=2020-Q2").body())
        .contains("No programme was open in these quarters");
  }

  private static Map.Entry<String, Long> entry(String name, long value) {
    return Map.entry(name, value);
  }

  private static java.util.Map.Entry<String, Double> entry(String name, double value) {
    return Map.entry(name, value);
  }

  private static long exercises(OutcomesReport report) {
    return report.quarters().get(0).all().activities().jointExercises();
  }

  private Measures in(Quarter quarter) {
    return outcomes
        .report(new OutcomesQuery(quarter, quarter, null, List.of()))
        .quarters()
        .get(0)
        .all();
  }

  private void activity(String kind, String day) {
    db.sql(
            """
            insert into activity (programme, kind, name, held_on, participants, source, recorded_by,
              recorded_at)
            values (?, ?, 'Northern Light', ?, 'XR, FR', 'report', 'officer', now())
            """)
        .params(key, kind, LocalDate.parse(day))
        .update();
  }

  private void milestone(int plan, String due, String met) {
    db.sql(
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on, met_on)
            values (?, ?, 'a milestone', 'count', '1', false, ?, ?, ?)
            """)
        .params(
            key,
            plan,
            LocalDate.parse(due),
            LocalDate.parse(due),
            met == null ? null : LocalDate.parse(met))
        .update();
  }

  private void review(String kind, String quarter, String status, boolean late, String opened) {
    db.sql(
            """
            insert into review (programme, kind, quarter, status, held_late, opened_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(key, kind, quarter, status, late, moment(opened))
        .update();
  }

  private void phase(int number, String instrument, String started) {
    db.sql(
            """
            insert into phase (programme, package_id, phase_number, instrument, planned_from,
              planned_to, started_at)
            values (?, 1, ?, ?, date '2026-10-01', date '2027-10-01', ?)
            """)
        .params(key, number, instrument, moment(started))
        .update();
  }

  private void item(String opened, String closed) {
    db.sql(
            """
            insert into council_item (programme, package_version, tier, justification, opened_at,
              outcome, closed_at)
            values (?, 1, 'FULL_CANDIDATE', 'safe', ?, 'ADOPTED', ?)
            """)
        .params(key, moment(opened), moment(closed))
        .update();
  }

  private long round(int number, String status, String ended) {
    db.sql(
            """
            insert into council_round (item, programme, round_number, package_version, tier,
              justification, allies, circulated_at, circulated_by, silence_ends, zone, status,
              ended_at)
            values (1, ?, ?, 1, 'FULL_CANDIDATE', 'safe', 'HU,TR', ?, 'secretary', ?,
              'Europe/Brussels', ?, ?)
            """)
        .params(key, number, moment(ended), moment(ended), status, moment(ended))
        .update();
    return db.sql("select max(id) from council_round").query(Long.class).single();
  }

  private void position(long round, String ally, String stance, String at) {
    db.sql(
            """
            insert into council_position (council_round, ally, stance, stated_by, stated_at)
            values (?, ?, ?, 'delegate', ?)
            """)
        .params(round, ally, stance, moment(at))
        .update();
  }

  private void stay(String step, String entered, String left) {
    db.sql("insert into step_entry (programme, step, entered_at, left_at) values (?, ?, ?, ?)")
        .params(key, step, moment(entered), moment(left))
        .update();
  }

  private void standards(String value, String day) {
    dossiers.record(
        key,
        new Indicator(
            IndicatorName.STANDARDS_IMPLEMENTED_PCT, value, LocalDate.parse(day), "audit"));
  }

  private static OffsetDateTime moment(String text) {
    return text == null ? null : OffsetDateTime.parse(text);
  }
}
