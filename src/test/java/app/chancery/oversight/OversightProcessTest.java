package app.chancery.oversight;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Picture;
import app.chancery.engagement.Mandate;
import app.chancery.engagement.Mandates;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notice;
import app.chancery.records.NoticeKind;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.staff.OversightStaff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Step 6 with its real models, delegates and tables. */
@OfficeTest
class OversightProcessTest {

  private static final Instant STARTED = Instant.parse("2026-11-10T10:00:00Z");

  /** The first working day of 2027 in Brussels: New Year's Day is a Friday. */
  private static final Instant Q1 = Instant.parse("2027-01-04T08:00:00Z");

  private static final Instant Q2 = Instant.parse("2027-04-01T07:00:00Z");

  @Autowired Days days;
  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;
  @Autowired HistoryService history;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired Reviews reviews;
  @Autowired ReviewRegister register;
  @Autowired Ratings ratings;
  @Autowired ConditionShifts shifts;
  @Autowired Milestones milestones;
  @Autowired Mandates mandates;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired OversightStaff staff;
  @Autowired Committee committee;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient db;

  private String key;

  @BeforeEach
  void aProgrammeInImplementation() {
    office.setClock(STARTED);
    key = programmes.register(SampleDossiers.ruritania());
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    milestone("Host nation support", "1 agreement", LocalDate.of(2027, 2, 1));
    milestone("Interoperability: standards", "85 %", LocalDate.of(2027, 9, 30));
  }

  // ---------------------------------------------------------------- the calendar

  @Test
  void theFirstReviewOpensOnTheFirstWorkingDayOfTheNextQuarter() {
    start();

    assertThat(reviews.next(key)).contains(OffsetDateTime.parse("2027-01-04T08:00Z"));
    assertThat(office.nextTimer()).contains(Q1);
    office.setClock(Q1.minusSeconds(1));
    office.runDueJobs();
    assertThat(office.openTasks()).isEmpty();
    letTimePassTo(Q1);
    assertThat(task().key()).isEqualTo("userTask_decideReview");
    assertThat(task().group()).isEqualTo("oversight-committee");
    assertThat(reviews.of(key))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.quarter()).isEqualTo(new Quarter(2027, 1));
              assertThat(review.status()).isEqualTo(Review.Status.OPEN);
              assertThat(review.decideBy()).isEqualTo(LocalDate.of(2027, 1, 18));
              assertThat(review.decideBy()).isEqualTo(days.of(task().dueAt()));
            });
  }

  @Test
  void oneReviewAQuarterOverThreeYearsWithTheCommitteeOfARehearsal() {
    start();
    for (int quarter = 0; quarter < 12; quarter++) {
      letTimePassTo(reviews.next(key).orElseThrow().toInstant());
      answerAsStaff();
    }

    assertThat(reviews.of(key))
        .extracting(review -> review.quarter().toString())
        .containsExactlyElementsOf(
            new Quarter(2027, 1).until(new Quarter(2030, 1)).map(Quarter::toString).toList());
    assertThat(reviews.of(key))
        .isNotEmpty()
        .allSatisfy(
            review -> {
              assertThat(review.openedAt()).isEqualTo(review.plannedFor());
              assertThat(review.status()).isEqualTo(Review.Status.HELD);
              assertThat(review.heldLate()).isFalse();
            });
    assertThat(reports()).hasSize(12);
  }

  /** An outage of fourteen months. */
  @Test
  void rule10_missedQuartersAreRecordedAndOneReviewIsOpenedNow() {
    start();
    letTimePassTo(Q1);
    answerAsStaff();

    letTimePassTo(Instant.parse("2028-06-05T12:00:00Z"));

    assertThat(reviews.of(key))
        .extracting(review -> review.quarter() + " " + review.status().word())
        .containsExactly(
            "2027-Q1 held",
            "2027-Q2 missed",
            "2027-Q3 missed",
            "2027-Q4 missed",
            "2028-Q1 missed",
            "2028-Q2 open");
    assertThat(office.openTasks()).hasSize(1);
    assertThat(notices.of(key))
        .extracting(Notice::subject)
        .contains("Review missed: 2027-Q3 of Ruritania (XR-2026)");
    answerAsStaff();
    assertThat(reviews.next(key)).contains(OffsetDateTime.parse("2028-07-03T07:00Z"));
  }

  @Test
  void rule10_anOutageWithinTheQuarterOpensItsReviewLateAndMissesNothing() {
    start();
    letTimePassTo(Instant.parse("2027-03-20T12:00:00Z"));

    assertThat(reviews.of(key))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.quarter()).isEqualTo(new Quarter(2027, 1));
              assertThat(review.plannedFor()).isEqualTo("2027-01-04T08:00Z");
              assertThat(review.openedAt()).isEqualTo("2027-03-20T12:00Z");
            });
  }

  @Test
  void rule10_aReviewDecidedAfterTheNextQuarterBeganIsFollowedByThatQuartersAtOnce() {
    start();
    letTimePassTo(Q1);
    letTimePassTo(Q2.plusSeconds(86_400));
    decideToContinue();

    assertThat(reviews.of(key))
        .extracting(review -> review.quarter() + " " + review.status().word())
        .containsExactly("2027-Q1 held", "2027-Q2 open");
  }

  @Test
  void rule10_theRegisterRefusesASecondQuarterlyReviewOfAQuarter() {
    start();
    letTimePassTo(Q1);

    assertThatThrownBy(
            () ->
                register.open(
                    key,
                    Review.Kind.QUARTERLY,
                    new Quarter(2027, 1),
                    null,
                    OffsetDateTime.now(ZoneOffset.UTC),
                    LocalDate.of(2027, 1, 18)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void rule10_oversightThatBeginsAnewInTheSameQuarterWaitsForTheNext() {
    start();
    letTimePassTo(Q1);
    answer("move tier down", Map.of());
    office.runDueJobs();
    assertThat(running()).isZero();
    assertThat(reviews.next(key)).isEmpty();

    start();

    assertThat(reviews.next(key)).contains(OffsetDateTime.parse("2027-04-01T07:00Z"));
  }

  @Test
  void rule10_quartersInWhichNobodyWatchedAreNotMissed() {
    start();
    letTimePassTo(Q1);
    answer("move tier down", Map.of());
    office.runDueJobs();

    office.setClock(Instant.parse("2028-02-10T10:00:00Z"));
    start();
    letTimePassTo(reviews.next(key).orElseThrow().toInstant());

    assertThat(reviews.of(key))
        .extracting(review -> review.quarter() + " " + review.status().word())
        .containsExactly("2027-Q1 held", "2028-Q2 open");
  }

  @Test
  void rule10_redeployingTheModelsInMidQuarterChangesNothing() {
    start();
    String deployment =
        repository
            .createDeployment()
            .addClasspathResource("processes/oversight/monitor-and-adjust.bpmn")
            .addClasspathResource("processes/oversight/hold-review.bpmn")
            .addClasspathResource("processes/oversight/decide-review.form")
            .deploy()
            .getId();
    try {
      letTimePassTo(Q1);

      assertThat(reviews.of(key)).hasSize(1);
      assertThat(office.openTasks()).hasSize(1);
    } finally {
      repository.deleteDeployment(deployment, true, true, true);
    }
  }

  @Test
  void rule10_aClockThatJumpsBackOpensNoSecondReview() {
    start();
    letTimePassTo(Q1);
    answerAsStaff();

    letTimePassTo(Instant.parse("2026-12-20T10:00:00Z"));
    letTimePassTo(Q1.plusSeconds(3600));

    assertThat(reviews.of(key)).hasSize(1);
    assertThat(office.openTasks()).isEmpty();
  }

  @Test
  void rule10_aReviewThatCouldNotBePreparedIsOpenedOnceWhenItsTableIsMended() {
    start();
    String broken = deployTableWithoutAnswer();
    try {
      office.setClock(Q1);
      assertThatThrownBy(() -> office.runDueJobs())
          .hasStackTraceContaining("No rule of the decision table 'status-colour' matches");
      assertThat(reviews.of(key)).isEmpty();
      assertThat(office.openTasks()).isEmpty();
    } finally {
      repository.deleteDeployment(broken, true, true, true);
    }
    letTimePassTo(Q1.plusSeconds(7200));

    assertThat(reviews.of(key)).hasSize(1);
    assertThat(office.openTasks()).hasSize(1);
  }

  private String deployTableWithoutAnswer() {
    return repository
        .createDeployment()
        .addString(
            "status-colour.dmn",
            """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="broken"
                name="Broken" namespace="test" xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="status-colour" name="Broken" camunda:historyTimeToLive="P1D">
                <decisionTable id="table" hitPolicy="FIRST">
                  <input id="in"><inputExpression id="ie" typeRef="string">
                    <text>dimension</text></inputExpression></input>
                  <output id="o1" name="colour" typeRef="string"/>
                  <rule id="r"><inputEntry id="i"><text>"weather"</text></inputEntry>
                    <outputEntry id="e1"><text>"red"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """)
        .deploy()
        .getId();
  }

  @Test
  void aCalendarThatChangedRedatesTheWaitingTimer() {
    start();
    db.sql("update review_plan set due_at = :other")
        .param("other", OffsetDateTime.parse("2027-01-15T08:00Z"))
        .update();

    reviews.redateAll();

    assertThat(office.nextTimer()).contains(Q1);
    assertThat(reviews.next(key)).contains(OffsetDateTime.parse("2027-01-04T08:00Z"));
    assertThat(timesMoved()).as("calendar programs count how often it was moved").isOne();
    letTimePassTo(Q1);
    decideToContinue();
    assertThat(timesMoved()).as("the next one was not moved").isZero();
  }

  private int timesMoved() {
    return db.sql("select revision from review_plan").query(Integer.class).single();
  }

  // ---------------------------------------------------------------- shifted conditions

  @Test
  void nodesThatStartTogetherDateEveryWaitingReviewOnce() throws Exception {
    start();
    for (char second = 'A'; second <= 'O'; second++) {
      String other = programmes.register(SampleDossiers.of("X" + second, "Land " + second));
      runtime.startProcessInstanceByKey("monitor-and-adjust", other);
    }
    OffsetDateTime wrong = OffsetDateTime.parse("2027-01-05T12:00:00Z");
    db.sql("update review_plan set due_at = ?").params(wrong).update();
    management
        .createJobQuery()
        .processDefinitionKey("monitor-and-adjust")
        .timers()
        .list()
        .forEach(job -> management.setJobDuedate(job.getId(), Date.from(wrong.toInstant())));

    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      for (Future<?> node :
          List.of(
              nodes.submit(reviews::redateAll),
              nodes.submit(reviews::redateAll),
              nodes.submit(reviews::redateAll))) {
        node.get();
      }
    } finally {
      nodes.shutdown();
    }

    assertThat(
            management.createJobQuery().processDefinitionKey("monitor-and-adjust").timers().list())
        .hasSize(16)
        .allSatisfy(job -> assertThat(job.getDuedate()).isEqualTo(Date.from(Q1)));
    assertThat(reviews.next(key).orElseThrow().toInstant()).isEqualTo(Q1);
  }

  @Test
  void rule10_anOutageOfFourteenMonthsWithinThreeYearsLeavesItsRecord() {
    start();
    letTimePassTo(Q1);
    answerAsStaff();
    letTimePassTo(Q2);
    answerAsStaff();
    // Out of service from May 2027 on; the next review was planned for the first of July.
    letTimePassTo(Instant.parse("2028-07-03T12:00:00Z"));
    answerAsStaff();
    while (reviews.next(key).orElseThrow().toInstant().isBefore(STARTED.plus(1096, DAYS))) {
      letTimePassTo(reviews.next(key).orElseThrow().toInstant());
      answerAsStaff();
    }

    assertThat(reviews.of(key))
        .extracting(review -> review.quarter() + " " + review.status().word())
        .containsExactly(
            "2027-Q1 held",
            "2027-Q2 held",
            "2027-Q3 missed",
            "2027-Q4 missed",
            "2028-Q1 missed",
            "2028-Q2 missed",
            "2028-Q3 held",
            "2028-Q4 held",
            "2029-Q1 held",
            "2029-Q2 held",
            "2029-Q3 held",
            "2029-Q4 held");
    assertThat(reviews.of(key))
        .filteredOn(review -> review.status() == Review.Status.HELD)
        .filteredOn(review -> !review.quarter().equals(new Quarter(2028, 3)))
        .isNotEmpty()
        .allSatisfy(review -> assertThat(review.openedAt()).isEqualTo(review.plannedFor()));
    // Summer and winter, and in the leap year too: nine o'clock in Brussels.
    assertThat(reviews.of(key))
        .extracting(review -> review.plannedFor().toInstant().toString())
        .contains("2028-01-03T08:00:00Z", "2028-04-03T07:00:00Z", "2028-10-02T07:00:00Z");
    assertThat(
            notices.of(key).stream()
                .map(Notice::subject)
                .filter(subject -> subject.startsWith("Review missed")))
        .hasSize(4);
    assertThat(reports()).hasSize(8);
  }

  @Test
  void aShiftOpensAReviewAtOnceBesideTheQuarterlyOnes() {
    start();
    report(ConditionShift.Severity.MODERATE, "Border closed");
    office.runDueJobs();

    assertThat(reviews.of(key))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.kind()).isEqualTo(Review.Kind.CONDITIONS_SHIFTED);
              assertThat(review.quarter()).isNull();
            });
    assertThat(rows("shifts")).singleElement().extracting("description").isEqualTo("Border closed");
    decideToContinue();
    assertThat(passed("endEvent_reviewOfShiftHeld")).isTrue();
    assertThat(running()).isOne();

    letTimePassTo(Q1);
    assertThat(reviews.of(key)).hasSize(2);
  }

  @Test
  void furtherReportsJoinTheReviewThatIsOpen() {
    start();
    report(ConditionShift.Severity.MINOR, "Election called");
    report(ConditionShift.Severity.SEVERE, "Government fell");
    office.runDueJobs();
    report(ConditionShift.Severity.MINOR, "Caretakers appointed");

    assertThat(reviews.of(key)).hasSize(1);
    assertThat(office.openTasks()).hasSize(1);
    assertThat(rows("shifts")).hasSize(3);
  }

  @Test
  void reportsAtTheSameMomentOpenOneReview() throws Exception {
    start();
    try (ReportersAtOnce reporters = new ReportersAtOnce(4)) {
      reporters.report(() -> report(ConditionShift.Severity.MINOR, "Election called"));
    }

    assertThat(reviews.of(key)).hasSize(1);
    assertThat(shifts.of(key)).hasSize(4).extracting("review").containsOnly(latest().id());
  }

  @Test
  void aShiftReportedInTheMomentOfTheDecisionIsTakenUpByAReviewOfItsOwn() throws Exception {
    start();
    report(ConditionShift.Severity.MINOR, "Election called");
    office.runDueJobs();
    long decided = latest().id();
    try (ReportersAtOnce reporter = new ReportersAtOnce(1)) {
      Future<?> reported =
          transactions.execute(
              transaction -> {
                committee.decide(
                    decided,
                    CommitteeDecision.CONTINUE,
                    "Elections are no shift.",
                    List.of(),
                    WorkInHand.HELD);
                Future<?> waiting =
                    reporter.threads.submit(
                        () -> report(ConditionShift.Severity.SEVERE, "Government fell"));
                await().until(this::somebodyWaits);
                return waiting;
              });
      reported.get();
    }

    assertThat(shifts.of(key)).hasSize(2);
    assertThat(shifts.of(key).get(1).review()).isNotEqualTo(decided).isEqualTo(latest().id());
    assertThat(latest().status()).isEqualTo(Review.Status.OPEN);
  }

  private boolean somebodyWaits() {
    return db.sql("select count(*) from information_schema.sessions where blocker_id is not null")
            .query(Long.class)
            .single()
        > 0;
  }

  /** People who press the button in the same moment. */
  private record ReportersAtOnce(int number, ExecutorService threads) implements AutoCloseable {

    ReportersAtOnce(int number) {
      this(number, Executors.newFixedThreadPool(number));
    }

    void report(Runnable what) throws InterruptedException, ExecutionException {
      for (Future<Object> done :
          threads.invokeAll(Collections.nCopies(number, Executors.callable(what)))) {
        done.get();
      }
    }

    @Override
    public void close() {
      threads.shutdown();
    }
  }

  @Test
  void aReportThatJoinsChangesWhatIsSuggested() {
    start();
    letTimePassTo(Q1);
    assertThat(office.facts(task()).get("suggestedDecision")).isEqualTo("continue");

    report(ConditionShift.Severity.SEVERE, "Invasion");

    assertThat(office.facts(task()).get("suggestedDecision")).isEqualTo("suspend");
  }

  @Test
  void aModerateShiftSetsThePlanAnewAndStaffCanFollowThat() {
    start();
    office.setClock(Q1.minusSeconds(3600));
    office.runDueJobs();
    String due = dueDayOf("Host nation support");

    report(ConditionShift.Severity.MODERATE, "Border closed");
    office.runDueJobs();

    Map<String, Object> facts = office.facts(task());
    assertThat(facts.get("suggestedDecision")).isEqualTo("adjust milestones");
    assertThat(facts.get("suggestedBecause").toString())
        .startsWith("A moderate shift was reported");
    answerAsStaff();
    assertThat(dueDayOf("Host nation support")).isNotEqualTo(due);
  }

  private String dueDayOf(String name) {
    return db.sql("select due_on from milestone where programme = :programme and name = :name")
        .param("programme", key)
        .param("name", name)
        .query(String.class)
        .single();
  }

  @Test
  void aQuarterlyReviewOpensThoughAReviewOfAShiftIsOpen() {
    start();
    office.setClock(Q1.minusSeconds(3600));
    report(ConditionShift.Severity.MODERATE, "Border closed");
    office.runDueJobs();
    letTimePassTo(Q1);

    assertThat(office.openTasks()).hasSize(2);
  }

  @Test
  void aShiftBeforeOversightIsTakenUpByItsFirstReview() {
    report(ConditionShift.Severity.MODERATE, "Coalition broke up");
    assertThat(shifts.of(key)).singleElement().extracting("review").isNull();
    assertThat(lastNotice().subject())
        .isEqualTo("Conditions shifted, and a review has to wait: Ruritania (XR-2026)");
    assertThat(lastNotice().text())
        .startsWith("No review opens before the council has endorsed the package:")
        .endsWith("Conditions shifted (security, moderate): Coalition broke up");
    assertThat(lastNotice().recipients()).isEqualTo("oversight-committee, managers");

    start();
    letTimePassTo(Q1);

    assertThat(rows("shifts")).hasSize(1);
  }

  @Test
  void aShiftOfAProgrammeThatEndedOrIsUnknownIsRefused() {
    programmes.close(key, Outcome.SHELVED, "not ready");

    assertThatThrownBy(() -> report(ConditionShift.Severity.MINOR, "Too late"))
        .isInstanceOf(Conflict.class);
    key = "XX-1999";
    assertThatThrownBy(() -> report(ConditionShift.Severity.MINOR, "Nobody there"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void staffReportAShiftFromTheirForm() {
    start();
    runtime.startProcessInstanceByKey("report-condition-shift", shiftForm());
    office.runDueJobs();

    assertThat(shifts.of(key)).singleElement().extracting("source").isEqualTo("Embassy cable");
    assertThat(reviews.of(key)).hasSize(1);
    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("report-condition-shift")
                .processInstanceBusinessKey(key)
                .finished()
                .count())
        .isOne();
  }

  @Test
  void aBadReportIsRefusedNamingEveryFaultAndNothingStarts() {
    Map<String, Object> form = shiftForm();
    form.put("severity", "enormous");
    form.put("source", " ");

    assertThatThrownBy(() -> runtime.startProcessInstanceByKey("report-condition-shift", form))
        .hasStackTraceContaining("severity: 'enormous'")
        .hasStackTraceContaining("source: is required");
    assertThat(shifts.of(key)).isEmpty();
  }

  // ---------------------------------------------------------------- the pack

  @Test
  void thePackShowsMilestonesColoursRisksAndWhatIsSuggested() {
    start();
    letTimePassTo(Q2);

    Map<String, Object> facts = office.facts(task());
    assertThat(facts.get("suggestedDecision")).isEqualTo("adjust milestones");
    assertThat(facts.get("suggestedRule")).isEqualTo("milestone-late");
    assertThat(rows("milestones").get(0))
        .containsEntry("name", "Host nation support")
        .containsEntry("state", "overdue by 59 days as of 1 Apr 2027");
    assertThat(rows("dimensions"))
        .extracting(row -> row.get("dimension") + " " + row.get("colour"))
        .containsExactly(
            "schedule amber",
            "interoperability green",
            "domestic support green",
            "security amber",
            "cost green",
            "communication amber");
    assertThat(rows("risks")).hasSize(3);
    assertThat(rows("riskRegister"))
        .hasSize(6)
        .first()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("score", "9 (medium), new")
                    .containsEntry("owner", "managers"));
    assertThat(facts.get("milestoneChanges").toString())
        .startsWith("Host nation support | 1 agreement | 2027-02-01");
  }

  @Test
  void theLastReviewStandsBesideThisOne() {
    start();
    letTimePassTo(Q1);
    decideToContinue();
    newFigure(IndicatorName.PUBLIC_SUPPORT_PCT, "20", "2027-03-01", "survey");
    newFigure(IndicatorName.POLITICAL_CONSENSUS_PCT, "30", "2027-03-01", "roll call");
    letTimePassTo(Q2);

    assertThat(rows("dimensions").get(0))
        .containsEntry("last", "green")
        .containsEntry("lastMark", "green")
        .containsEntry("colour", "amber")
        .containsEntry("colourMark", "amber");
    assertThat(rows("dimensions").get(2)).containsEntry("colour", "red");
    assertThat(rows("indicators"))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("name", "Public support")
                    .containsEntry("value", "20")
                    .containsEntry("before", "74"));
    assertThat(office.facts(task()).get("suggestedDecision")).isEqualTo("move tier down");
    // Never silently re-tiered.
    assertThat(programmes.get(key).tier()).isEqualTo(Tier.FULL_CANDIDATE);
  }

  @Test
  void newFiguresAreToldOnceWithWhatTheyChange() {
    start();
    letTimePassTo(Q1);
    decideToContinue();
    newFigure(IndicatorName.PUBLIC_SUPPORT_PCT, "20", "2027-03-01", "survey");
    newFigure(IndicatorName.TRADE_SHARE_PCT, "50", "2024-03-01", "yearbook");
    newFigure(IndicatorName.POLITICAL_CONSENSUS_PCT, "30", "2027-03-01", "roll call");
    letTimePassTo(Q2);

    assertThat(rows("newFigures"))
        .extracting(row -> row.get("name"), row -> row.get("before"), row -> row.get("effect"))
        .containsExactly(
            tuple("Public support", "74", "counts"),
            tuple("Trade share with Allies", "none", "a later value is known"),
            tuple("Political consensus", "85", "counts"));
    assertThat(office.facts(task()).get("newFiguresChange").toString())
        .contains("they gave full candidate")
        .containsPattern("Domestic support fell from \\d+ to \\d+")
        .contains("New cap: Domestic support");
    assertThat(office.facts(task()).get("newSince"))
        .isEqualTo("the last review looked at them on 4 Jan 2027");
    decideToContinue();
    letTimePassTo(Instant.parse("2027-07-01T07:00:00Z"));
    assertThat(rows("newFigures")).isEmpty();
    assertThat(office.facts(task()).get("newFiguresChange").toString())
        .contains("The figures would give the same tier");
    assertThat(programmes.get(key).tier()).isEqualTo(Tier.FULL_CANDIDATE);
  }

  @Test
  void figuresThatOnlyGrewOldAreNoReasonToMoveTheTierDown() {
    start();
    letTimePassTo(Instant.parse("2029-07-02T07:00:00Z"));

    assertThat(reviews.pack(latest().id()).orElseThrow().tier().trend())
        .isEqualTo(Pack.Trend.STALE);
    assertThat(office.facts(task()).get("suggestedDecision")).isNotEqualTo("move tier down");
  }

  @Test
  void whatTheNewestPackFoundCanBeCountedAndLookedFor() {
    start();
    letTimePassTo(Q1);
    assertRatingsAreThoseOf(reviews.pack(latest().id()).orElseThrow());
    decideToContinue();
    newFigure(IndicatorName.PUBLIC_SUPPORT_PCT, "20", "2027-03-01", "survey");
    letTimePassTo(Q2);

    Pack second = reviews.pack(latest().id()).orElseThrow();
    assertThat(second.dimension(StatusDimension.DOMESTIC_SUPPORT).orElseThrow().colour())
        .isEqualTo(Colour.RED);
    assertRatingsAreThoseOf(second);
    assertThat(ratings.of(List.of(key)).get(key))
        .filteredOn(rating -> rating.dimension() == StatusDimension.DOMESTIC_SUPPORT)
        .extracting(Rating::change)
        .containsExactly(RatingChange.WORSE);
  }

  private void assertRatingsAreThoseOf(Pack pack) {
    assertThat(ratings.of(List.of(key)).get(key))
        .extracting(Rating::dimension, Rating::colour, Rating::last)
        .containsExactlyElementsOf(
            pack.dimensions().stream()
                .map(line -> tuple(line.dimension(), line.colour(), line.last()))
                .toList());
  }

  // ---------------------------------------------------------------- decisions

  @Test
  void continueIsRecordedToldAndReported() {
    start();
    letTimePassTo(Q1);
    decideToContinue();

    assertThat(passed("endEvent_reviewHeld")).isTrue();
    assertThat(lastDecision())
        .satisfies(
            decision -> {
              assertThat(decision.step()).isEqualTo("oversight");
              assertThat(decision.what())
                  .isEqualTo("Quarterly review, first quarter of 2027: continue");
              assertThat(decision.decidedBy()).isEqualTo("committee");
            });
    assertThat(reports()).hasSize(1);
    assertThat(reports().get(0).document().sections())
        .extracting(Document.Section::heading)
        .containsExactly(
            "Document control",
            "Status",
            "This period (2026-Q4)",
            "Trends",
            "Risks",
            "Next period",
            "Decisions");
    assertThat(reports().get(0).document().summary())
        .matches(
            "Quarterly review, first quarter of 2027\\. Of 6 dimensions, \\d red, \\d amber, \\d green\\."
                + " The committee decided: continue\\.");
    assertThat(pictures(reports().get(0)))
        .anyMatch(trends -> trends.startsWith("Exercises: ") && trends.contains("2026-Q4 "))
        .anyMatch(risks -> risks.contains("1, schedule: probability "));
    assertThat(reportTable("Risk register: probability (P) and impact (I) from 1 to 5").rows())
        .hasSize(6)
        .allSatisfy(row -> assertThat(row.get(4)).matches("\\d+ \\((low|medium|high|critical)\\)"));
    assertThat(reportTable("All decisions of the committee so far").rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .startsWith("Quarterly review, first quarter of 2027")
                    .contains("continue"));
    assertThat(reviews.next(key)).contains(OffsetDateTime.parse("2027-04-01T07:00Z"));
  }

  @Test
  void rule8_allAlliesAreToldThatAReviewOpenedAndWhatWasDecided() {
    start();
    letTimePassTo(Q1);
    answer("continue", Map.of());

    assertThat(notices.of(key))
        .filteredOn(
            notice -> notice.subject().startsWith("Quarterly review, first quarter of 2027"))
        .hasSize(2)
        .allSatisfy(notice -> assertThat(notice.recipients().split(", ")).hasSize(32));
  }

  @Test
  void rule12_theDecisionSaysWhoWhenWhatAndWhy() {
    start();
    letTimePassTo(Q1);
    answer("continue", Map.of());

    assertThat(lastDecision().why()).isEqualTo("As the committee sees it");
    assertThat(lastDecision().decidedAt().toInstant()).isEqualTo(Q1);
  }

  @Test
  void adjustChangesTheMilestones() {
    start();
    letTimePassTo(Q2);
    answer(
        "adjust milestones",
        Map.of(
            "milestoneChanges",
            """
            Host nation support | 2 agreements | 2027-08-31
            Interoperability: standards | 85 % | 2027-09-30
            """));
    office.runDueJobs();

    Milestone adjusted = milestones.of(key).get(0);
    assertThat(adjusted.dueOn()).isEqualTo(LocalDate.of(2027, 8, 31));
    assertThat(adjusted.target()).isEqualTo("2 agreements");
    assertThat(decisions.of(key))
        .extracting(DecisionRecord::what)
        .filteredOn(what -> what.startsWith("Milestone adjusted"))
        .hasSize(1);
    assertThat(latest().decision()).isEqualTo(CommitteeDecision.ADJUST_MILESTONES);
  }

  @Test
  void badMilestoneLinesAreAllNamedAndTheTaskStaysOpen() {
    start();
    letTimePassTo(Q2);

    assertThatThrownBy(
            () ->
                answer(
                    "adjust milestones",
                    Map.of(
                        "milestoneChanges",
                        """
                        Nobody's milestone | x | 2027-08-31
                        Host nation support | 1 agreement | next summer
                        Interoperability: standards | 90 % | 2026-01-01
                        just words
                        """)))
        .hasStackTraceContaining("there is no milestone 'Nobody's milestone'")
        .hasStackTraceContaining("'next summer' is not a date")
        .hasStackTraceContaining("'Interoperability: standards' lies in the past")
        .hasStackTraceContaining("'just words' is not a line");
    assertThat(office.openTasks()).hasSize(1);
    assertThatThrownBy(() -> answer("adjust milestones", Map.of()))
        .hasStackTraceContaining("change at least one milestone");
  }

  @Test
  void aDecisionWithoutReasonsOrUnknownIsRefusedAndTheTaskStaysOpen() {
    start();
    letTimePassTo(Q1);
    OpenTask task = task();

    assertThatThrownBy(
            () -> office.complete(task, "committee", Map.of("decision", "dissolve", "reasons", "")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("reasons: is required")
        .hasMessageContaining("decision: 'dissolve'");
    assertThat(office.openTasks()).hasSize(1);
    assertThat(latest().decision()).isNull();
  }

  @Test
  void resumeIsRefusedUnlessSuspendedAndUpUnlessThereIsATierAbove() {
    start();
    letTimePassTo(Q1);

    assertThatThrownBy(() -> answer("resume", Map.of()))
        .hasStackTraceContaining("only a suspended programme can be resumed");
    assertThatThrownBy(() -> answer("move tier up", Map.of()))
        .hasStackTraceContaining("there is no tier above full candidate");
    programmes.settleTier(key, Tier.STRATEGIC_PARTNER);
    assertThatThrownBy(() -> answer("move tier down", Map.of()))
        .hasStackTraceContaining("there is no tier below strategic partner");
  }

  @Test
  void rule4_aTierThatACapForbidsIsRefusedSayingWhy() {
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    newFigure(IndicatorName.STANDARDS_IMPLEMENTED_PCT, "5", "2026-12-01", "audit");
    newFigure(IndicatorName.OCC_STAGE, "none", "2026-12-01", "audit");
    start();
    letTimePassTo(Q1);

    assertThatThrownBy(() -> answer("move tier up", Map.of()))
        .hasStackTraceContaining("the tier cannot move up: Interoperability is below");
  }

  @Test
  void movingTheTierGivesTheNextDesignItsMandateAndEndsOversight() {
    start();
    letTimePassTo(Q1);
    answer("move tier down", Map.of());
    office.runDueJobs();

    assertThat(mandates.open(key))
        .hasValueSatisfying(
            mandate -> {
              assertThat(mandate.tier()).isEqualTo(Tier.INTERIM_ALLY);
              assertThat(mandate.origin()).isEqualTo(Mandate.Origin.OVERSIGHT_COMMITTEE);
            });
    assertThat(passed("endEvent_tierMoved")).isTrue();
    assertThat(running()).isZero();
    assertThat(reports()).hasSize(1);
  }

  @Test
  void aTierMovesUpToo() {
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    start();
    letTimePassTo(Q1);
    assertThat(office.facts(task()).get("suggestedDecision")).isEqualTo("move tier up");
    answer("move tier up", Map.of());

    assertThat(mandates.open(key).orElseThrow().tier()).isEqualTo(Tier.FULL_CANDIDATE);
  }

  @Test
  void terminationEndsOversightWithTheCommitteesReasonLast() {
    start();
    letTimePassTo(Q1);
    answer("terminate", Map.of());
    office.runDueJobs();

    assertThat(passed("endEvent_programmeTerminated")).isTrue();
    assertThat(running()).isZero();
    assertThat(lastDecision().what())
        .isEqualTo("Quarterly review, first quarter of 2027: terminate");
  }

  @Test
  void aMoveOfTheTierTakesTheProgrammeBackToPackageDesign() {
    startImplementation();
    letTimePassTo(Q1);
    answerReview("move tier down");
    executeJobOf("serviceTask_issueOversightReport");

    assertThat(waitsAt("callActivity_engagement")).isTrue();
    assertThat(office.openTasks()).isEmpty();
    assertThat(running()).isZero();
  }

  @Test
  void terminationEndsTheProgrammeWithTheCommitteesReasons() {
    startImplementation();
    letTimePassTo(Q1);
    answerReview("terminate");
    office.runDueJobs();

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.TERMINATED);
    assertThat(programmes.get(key).why())
        .isEqualTo("Quarterly review, first quarter of 2027: terminate: As the committee sees it");
    assertThat(office.openTasks()).isEmpty();
    assertThat(reports()).hasSize(1);
  }

  @Test
  void aReviewOfAShiftTakesTheProgrammeBackToPackageDesignToo() {
    startImplementation();
    report(ConditionShift.Severity.SEVERE, "Coup");
    office.runDueJobs();
    answerReview("move tier down");
    executeJobOf("serviceTask_issueOversightReport");

    assertThat(passed("endEvent_tierMovedAfterShift")).isTrue();
    assertThat(waitsAt("callActivity_engagement")).isTrue();
    assertThat(running()).isZero();
    assertThat(reviews.next(key)).isEmpty();
  }

  @Test
  void aReviewOfAShiftTerminatesTheProgrammeToo() {
    startImplementation();
    report(ConditionShift.Severity.SEVERE, "War");
    office.runDueJobs();
    answerReview("terminate");
    office.runDueJobs();

    assertThat(passed("endEvent_terminatedAfterShift")).isTrue();
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.TERMINATED);
  }

  @Test
  void suspensionStopsTasksAndTimersOfTheWorkAndResumptionPostponesThem() {
    startImplementation();
    OpenTask work = otherTasks().get(0);
    letTimePassTo(Q1);
    answerReview("suspend");
    office.runDueJobs();

    assertThat(otherTasks()).isEmpty();
    letTimePassTo(Q2);
    assertThat(otherTasks()).isEmpty();
    answerReview("resume");
    office.runDueJobs();

    assertThat(otherTasks())
        .anySatisfy(
            task -> {
              assertThat(task.id()).isEqualTo(work.id());
              assertThat(days.of(task.dueAt())).isEqualTo(days.of(work.dueAt()).plusDays(87));
            });
  }

  @Test
  void suspensionStopsTheWorkButNotTheReviewsUntilItIsResumed() {
    start();
    letTimePassTo(Q1);
    answer("suspend", Map.of());
    office.runDueJobs();
    assertThat(programmes.get(key).status()).isEqualTo(Programme.Status.SUSPENDED);

    letTimePassTo(Q2);
    assertThatThrownBy(() -> answer("suspend", Map.of()))
        .hasStackTraceContaining("is suspended already");
    assertThatThrownBy(() -> answer("move tier down", Map.of()))
        .hasStackTraceContaining("resume it before its tier moves");
    assertThat(office.facts(task()).get("suggestedDecision")).isEqualTo("resume");
    answer("resume", Map.of());
    office.runDueJobs();

    assertThat(programmes.get(key).status()).isEqualTo(Programme.Status.ACTIVE);
    // Suspended from 4 January 09:00 to 1 April 09:00 in Brussels: 86 days and 23 hours.
    assertThat(milestones.of(key))
        .extracting(Milestone::dueOn)
        .containsExactly(LocalDate.of(2027, 4, 28), LocalDate.of(2027, 12, 25));
  }

  @Test
  void reviewsAreCountedSinceTheLastSuspension() {
    OffsetDateTime first = OffsetDateTime.parse("2027-01-04T09:00:00Z");
    List<Review> held = new ArrayList<>();
    held.add(held(first, CommitteeDecision.SUSPEND));
    held.add(held(first.plusMonths(3), CommitteeDecision.RESUME));
    for (int quarter = 2; quarter < 6; quarter++) {
      held.add(held(first.plusMonths(3L * quarter), CommitteeDecision.CONTINUE));
    }
    assertThat(ProgressAssessment.reviewsSinceSuspension(held)).isEqualTo(5);

    held.add(held(first.plusMonths(18), CommitteeDecision.SUSPEND));
    assertThat(ProgressAssessment.reviewsSinceSuspension(held)).isZero();
    held.add(held(first.plusMonths(21), CommitteeDecision.CONTINUE));
    assertThat(ProgressAssessment.reviewsSinceSuspension(held)).isOne();
  }

  private static Review held(OffsetDateTime at, CommitteeDecision decision) {
    return new Review(
        1,
        "XR-2026",
        Review.Kind.QUARTERLY,
        null,
        Review.Status.HELD,
        at,
        at,
        at.toLocalDate(),
        decision,
        "Because",
        "committee",
        at,
        false);
  }

  @Test
  void aReviewThatIsOpenWhenOversightIsCancelledIsWithdrawn() {
    String process = start();
    letTimePassTo(Q1);
    shifts.report(
        key, ConditionShift.Kind.POLITICAL, ConditionShift.Severity.MINOR, "News", "Cable");
    assertThat(shifts.of(key)).extracting(ConditionShift::review).containsExactly(latest().id());
    runtime.deleteProcessInstance(process, "the programme ended");

    assertThat(latest().status()).isEqualTo(Review.Status.WITHDRAWN);
    assertThat(reviews.next(key)).isEmpty();
    assertThat(shifts.of(key))
        .as("taken up by the next review")
        .extracting(ConditionShift::review)
        .containsOnlyNulls();
    assertThat(lastNotice().kind()).isEqualTo(NoticeKind.SHIFT_WAITS);
    assertThat(lastNotice().text())
        .startsWith("The review that had taken this report up was withdrawn:")
        .endsWith("Conditions shifted (political, minor): News");
    assertThat(lastNotice().recipients()).contains("oversight-committee");
  }

  /** Its process begins in a job of its own. */
  @Test
  void aReviewThatNoProcessHoldsYetIsWithdrawnToo() {
    String process = start();
    letTimePassTo(Q1);
    decideToContinue();
    shifts.report(
        key, ConditionShift.Kind.POLITICAL, ConditionShift.Severity.MINOR, "News", "Cable");
    assertThat(latest().kind()).isEqualTo(Review.Kind.CONDITIONS_SHIFTED);

    runtime.deleteProcessInstance(process, "the package was replaced");

    assertThat(latest().status()).isEqualTo(Review.Status.WITHDRAWN);
    assertThat(reviews.open(key)).isEmpty();
    assertThat(shifts.of(key)).extracting(ConditionShift::review).containsOnlyNulls();
  }

  @Test
  void whatAnotherReviewHasEndedIsNeitherStoppedNorMovedByThisOne() {
    start();
    letTimePassTo(Q1);
    Review quarterly = latest();
    long other =
        register
            .open(
                key,
                Review.Kind.CONDITIONS_SHIFTED,
                null,
                null,
                quarterly.openedAt(),
                quarterly.decideBy())
            .id();
    committee.decide(
        other, CommitteeDecision.MOVE_TIER_DOWN, "Too fast", List.of(), WorkInHand.HELD);

    for (CommitteeDecision decision :
        List.of(
            CommitteeDecision.MOVE_TIER_DOWN,
            CommitteeDecision.SUSPEND,
            CommitteeDecision.TERMINATE)) {
      assertThatThrownBy(
              () ->
                  committee.decide(
                      quarterly.id(), decision, "Because", List.of(), WorkInHand.CARRIED_ON))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("another review has just ended this work");
    }
    committee.decide(
        quarterly.id(), CommitteeDecision.CONTINUE, "Because", List.of(), WorkInHand.HELD);
    assertThat(register.get(quarterly.id()).status()).isEqualTo(Review.Status.HELD);
  }

  @Test
  void whatWasSuspendedAgainMeanwhileStandsStill() {
    startImplementation();
    letTimePassTo(Q1);
    answerReview("suspend");
    assertThat(runtime.createProcessInstanceQuery().suspended().count()).isPositive();

    committee.restartWork(latest().id());

    assertThat(runtime.createProcessInstanceQuery().suspended().count()).isPositive();
  }

  // ---------------------------------------------------------------- deadlines

  @Test
  void theCommitteeIsRemindedThenTheExecutivesHearAndTheReviewIsHeldLate() {
    start();
    letTimePassTo(Q1);
    letTimePassTo(Q1.plusSeconds(9 * 86_400));
    assertThat(lastNotice().subject())
        .startsWith("Reminder: Quarterly review, first quarter of 2027");
    assertThat(lastNotice().recipients()).isEqualTo("oversight-committee");
    letTimePassTo(Q1.plusSeconds(15 * 86_400));
    assertThat(lastNotice().subject())
        .startsWith("Overdue: Quarterly review, first quarter of 2027");
    assertThat(lastNotice().recipients()).contains("executives");

    decideToContinue();

    assertThat(latest().heldLate()).isTrue();
    assertThat(reports().get(0).document().sections().get(0).facts())
        .anySatisfy(fact -> assertThat(fact.value()).endsWith(", late"));
  }

  // ---------------------------------------------------------------- what the tests share

  private static List<String> pictures(Deliverable report) {
    return report.document().sections().stream()
        .flatMap(section -> section.pictures().stream())
        .map(Picture::description)
        .toList();
  }

  private Document.Table reportTable(String caption) {
    return reports().get(0).document().sections().stream()
        .flatMap(section -> section.tables().stream())
        .filter(table -> table.caption().equals(caption))
        .findFirst()
        .orElseThrow();
  }

  private String start() {
    return runtime.startProcessInstanceByKey("monitor-and-adjust", key).getId();
  }

  /** The programme's own process, at the point where the council has endorsed the package. */
  private void startImplementation() {
    runtime
        .createProcessInstanceByKey("enlargement-programme")
        .businessKey(key)
        .startBeforeActivity("callActivity_oversight")
        .startBeforeActivity("callActivity_diplomacy")
        .execute();
    office.runDueJobs();
  }

  private List<OpenTask> otherTasks() {
    return office.openTasks().stream()
        .filter(task -> !task.key().equals("userTask_decideReview"))
        .toList();
  }

  private void answerReview(String decision) {
    work.complete(
        "userTask_decideReview",
        "committee",
        Map.of("decision", decision, "reasons", "As the committee sees it"));
  }

  private void executeJobOf(String activity) {
    management.executeJob(management.createJobQuery().activityId(activity).singleResult().getId());
  }

  private boolean waitsAt(String activity) {
    return management.createJobQuery().activityId(activity).count() == 1;
  }

  private void letTimePassTo(Instant moment) {
    office.setClock(moment);
    office.runDueJobs();
  }

  private OpenTask task() {
    List<OpenTask> open = office.openTasks();
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private void decideToContinue() {
    answer("continue", Map.of());
    office.runDueJobs();
  }

  private void newFigure(IndicatorName name, String value, String asOf, String source) {
    dossiers.record(key, new Indicator(name, value, LocalDate.parse(asOf), source));
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String table) {
    return (List<Map<String, Object>>) office.facts(task()).get(table);
  }

  private void answer(String decision, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("decision", decision);
    form.put("reasons", "As the committee sees it");
    office.complete(task(), "committee", form);
  }

  private void answerAsStaff() {
    work.complete(task().key(), "committee", staff);
    office.runDueJobs();
  }

  private void report(ConditionShift.Severity severity, String what) {
    shifts.report(key, ConditionShift.Kind.SECURITY, severity, what, "Embassy cable");
  }

  private Map<String, Object> shiftForm() {
    Map<String, Object> form = new HashMap<>();
    form.put("programme", programmes.get(key).name());
    form.put("kind", "political");
    form.put("severity", "moderate");
    form.put("description", "The coalition lost its majority");
    form.put("source", "Embassy cable");
    return form;
  }

  private void milestone(String name, String target, LocalDate dueOn) {
    db.sql(
            """
            insert into milestone (programme, package_id, name, measure, target, interoperability,
              planned_for, due_on)
            values (:programme, 1, :name, 'count', :target, :interoperability, :dueOn, :dueOn)
            """)
        .param("programme", key)
        .param("name", name)
        .param("target", target)
        .param("interoperability", name.startsWith("Interoperability"))
        .param("dueOn", dueOn)
        .update();
  }

  private Review latest() {
    List<Review> all = reviews.of(key);
    return all.get(all.size() - 1);
  }

  private DecisionRecord lastDecision() {
    List<DecisionRecord> all = decisions.of(key);
    return all.get(all.size() - 1);
  }

  private Notice lastNotice() {
    List<Notice> all = notices.of(key);
    return all.get(all.size() - 1);
  }

  private List<Deliverable> reports() {
    return deliverables.of(key).stream()
        .filter(each -> each.kind() == DeliverableKind.OVERSIGHT_REPORT)
        .toList();
  }

  private long running() {
    return runtime.createProcessInstanceQuery().processDefinitionKey("monitor-and-adjust").count();
  }

  private boolean passed(String element) {
    return history.createHistoricActivityInstanceQuery().activityId(element).finished().count() > 0;
  }
}
