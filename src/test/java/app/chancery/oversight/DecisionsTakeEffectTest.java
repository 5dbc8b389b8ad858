package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.WorkList;
import app.chancery.consensus.Council;
import app.chancery.consensus.Extension;
import app.chancery.consensus.Round;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Mandates;
import app.chancery.engagement.PackageTerms;
import app.chancery.engagement.Packages;
import app.chancery.engagement.PlannedInstrument;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.words.Words;
import app.chancery.programme.ApplicationWithdrawal;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The committee's decisions, whatever step 5 is doing at that moment. */
@OfficeTest
class DecisionsTakeEffectTest {

  private static final LocalDate START = LocalDate.of(2027, 1, 11);

  /** Where the work on a programme may stand when the committee decides. */
  enum State {
    CAMPAIGN_BEING_PREPARED("launch-public-diplomacy"),
    PHASE_RUNNING("integrate-incrementally"),
    RATIFYING("ratify-accession");

    private final String process;

    State(String process) {
      this.process = process;
    }
  }

  @Autowired Office office;
  @Autowired WorkList work;
  @Autowired Rehearsal rehearsal;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired Programmes programmes;
  @Autowired ApplicationWithdrawal withdrawal;
  @Autowired Council council;
  @Autowired Packages packages;
  @Autowired Deliverables deliverables;
  @Autowired JdbcClient db;
  @Autowired Milestones milestones;
  @Autowired Mandates mandates;
  @Autowired Reviews reviews;
  @Autowired ConditionShifts shifts;

  private String key;

  @BeforeEach
  void aFullCandidateWithAnEndorsedPackage() {
    office.setClock(Instant.parse("2027-01-11T09:00:00Z"));
    key = programmes.register(SampleDossiers.ruritania());
    packages.draft(key, Tier.FULL_CANDIDATE, Tier.FULL_CANDIDATE, "as assessed", terms());
    packages.plan(key, instruments());
    packages.approve(key);
    packages.endorse(key);
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    runtime
        .createProcessInstanceByKey("enlargement-programme")
        .businessKey(key)
        .startBeforeActivity("callActivity_oversight")
        .startBeforeActivity("callActivity_diplomacy")
        .execute();
    office.runDueJobs();
  }

  @ParameterizedTest
  @EnumSource
  void aSuspendedProgrammeStandsStillAndGoesOnWhereItStopped(State state) {
    workUntil(state);
    List<Milestone> planned = milestones.of(key);
    Map<String, Instant> timers = timers();
    List<OpenTask> tasks = office.openTasks();
    decide("suspend");

    assertThat(office.openTasks()).isEmpty();
    Duration pause = Duration.ofDays(50);
    office.setClock(office.now().plus(pause));
    office.runDueJobs();
    assertThat(tasksOfTheWork()).isEmpty();
    assertThat(programmes.get(key).status()).isEqualTo(Programme.Status.SUSPENDED);
    decide("resume");

    assertThat(programmes.get(key).status()).isEqualTo(Programme.Status.ACTIVE);
    assertThat(tasksOfTheWork())
        .extracting(OpenTask::id)
        .containsExactlyElementsOf(tasks.stream().map(OpenTask::id).toList());
    timers.replaceAll((timer, due) -> due.plus(pause));
    assertThat(timers()).isEqualTo(timers);
    assertThat(milestones.of(key))
        .filteredOn(milestone -> !milestone.isMet())
        .extracting(Milestone::dueOn)
        .containsExactlyElementsOf(
            planned.stream()
                .filter(milestone -> !milestone.isMet())
                .map(milestone -> milestone.dueOn().plusDays(pause.toDays()))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void toContinueLeavesTheWorkAsItStands(State state) {
    workUntil(state);
    List<OpenTask> tasks = tasksOfTheWork();
    Map<String, Instant> timers = timers();
    decide("continue");

    assertThat(tasksOfTheWork())
        .extracting(OpenTask::id)
        .containsExactlyElementsOf(tasks.stream().map(OpenTask::id).toList());
    assertThat(timers()).isEqualTo(timers);
    assertThat(programmes.get(key).status()).isEqualTo(Programme.Status.ACTIVE);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHASE_RUNNING", "RATIFYING"})
  void milestonesAreAdjustedWhileTheWorkGoesOn(State state) {
    workUntil(state);
    List<OpenTask> tasks = tasksOfTheWork();
    // A milestone that is not met yet, whatever the work has met by now.
    db.sql("update milestone set met_on = null where id = :id")
        .param("id", milestones.of(key).get(0).id())
        .update();
    Milestone milestone = milestones.of(key).get(0);
    LocalDate later = LocalDate.ofInstant(office.now(), ZoneOffset.UTC).plusYears(1);
    decide(
        Map.of(
            "decision",
            "adjust milestones",
            "milestoneChanges",
            MilestoneChange.line(milestone.name(), milestone.target(), later)));

    assertThat(milestones.of(key).get(0).dueOn()).isEqualTo(later);
    assertThat(tasksOfTheWork())
        .extracting(OpenTask::id)
        .containsExactlyElementsOf(tasks.stream().map(OpenTask::id).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"CAMPAIGN_BEING_PREPARED", "PHASE_RUNNING"})
  void theTierMovesUpToo(State state) {
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    workUntil(state);
    decide("move tier up");

    assertThat(mandates.open(key).orElseThrow().tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(processes())
        .contains("design-engagement-package")
        .doesNotContain("monitor-and-adjust", state.process);
  }

  @ParameterizedTest
  @EnumSource
  void terminationEndsEverythingOfTheProgramme(State state) {
    workUntil(state);
    decide("terminate");

    assertEnded();
  }

  @Test
  void aSuspendedProgrammeIsTerminatedInGoodOrderToo() {
    workUntil(State.PHASE_RUNNING);
    decide("suspend");
    decide("terminate");

    assertEnded();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSilenceThatNobodyCouldBreakAdoptsNothingOfAProgrammeThatEnds(boolean withdrawn) {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    rehearsal.run(() -> council.openRound(key).isPresent(), happening -> {});
    Round round = council.openRound(key).orElseThrow();
    decide("suspend");
    office.setClock(round.silenceEnds().toInstant().plus(Duration.ofDays(1)));
    office.runDueJobs();

    end(withdrawn);

    assertThat(council.newestRound(key).orElseThrow().status()).isEqualTo(Round.Status.WITHDRAWN);
    assertThat(packages.endorsed(key).orElseThrow().tier()).isEqualTo(Tier.FULL_CANDIDATE);
  }

  @Test
  void aSuspendedProgrammeIsWithdrawnInGoodOrderToo() {
    workUntil(State.PHASE_RUNNING);
    decide("suspend");
    withdrawal.withdraw(key, "No longer wanted.", List.of("Letter"));
    office.runDueJobs();

    assertEnded(Outcome.WITHDRAWN, "Application withdrawn: No longer wanted. Documents: Letter.");
  }

  /**
   * A round that a redesign has brought to the council closes with the programme, however it ends.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRoundOfARedesignEndsWithItsProgramme(boolean withdrawn) {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    rehearsal.run(() -> council.openRound(key).isPresent(), happening -> {});

    end(withdrawn);

    assertThat(council.openRounds()).isEmpty();
    assertThat(council.newestRound(key).orElseThrow().status()).isEqualTo(Round.Status.WITHDRAWN);
  }

  @ParameterizedTest
  @EnumSource
  void aMoveOfTheTierEndsTheWorkInHandAndGoesBackToPackageDesign(State state) {
    workUntil(state);
    decide("move tier down");

    assertThat(mandates.open(key).orElseThrow().tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(processes())
        .contains("enlargement-programme", "design-engagement-package")
        .doesNotContain("monitor-and-adjust", state.process);
    assertThat(reviews.next(key)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void theWorkInHandIsCarriedOnIfTheCommitteeSaysSo(State state) {
    workUntil(state);
    List<OpenTask> tasks = tasksOfTheWork();
    carryOn("move tier down");

    assertThat(processes())
        .contains(state.process, "monitor-and-adjust", "redesign-package")
        .contains("design-engagement-package");
    assertThat(tasksOfTheWork())
        .extracting(OpenTask::id)
        .containsAll(tasks.stream().map(OpenTask::id).toList());
    assertThat(reviews.next(key)).isPresent();
    assertThatThrownBy(() -> decide("move tier down"))
        .hasStackTraceContaining("the tier is being moved already");
    assertThat(office.facts(work.task("userTask_decideReview")).get("possibleDecisions"))
        .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
        .extracting(option -> option.get("value"))
        .containsExactly("continue", "adjust-milestones", "suspend", "terminate");
  }

  @Test
  void thePackageThatTheCouncilEndorsesTakesThePlaceOfThePresentOne() {
    workUntil(State.PHASE_RUNNING);
    Set<Long> before = new HashSet<>();
    milestones.of(key).forEach(milestone -> before.add(milestone.packageId()));
    carryOn("move tier down");
    rehearsal.run(() -> !processes().contains("redesign-package"), happening -> {});
    office.runDueJobs();

    assertThat(packages.endorsed(key).orElseThrow().tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(programmes.get(key).tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(processes())
        .contains("launch-public-diplomacy", "monitor-and-adjust")
        .doesNotContain("integrate-incrementally", "secure-alliance-consensus");
    rehearsal.run(() -> processes().contains("conduct-phase"), happening -> {});
    assertThat(milestones.of(key))
        .extracting(Milestone::packageId)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(before);
  }

  @Test
  void withoutConsensusTheWorkGoesOnUnderThePresentPackage() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    programmes.settleTier(key, Tier.INTERIM_ALLY);
    theCouncilDecides("no-consensus");

    assertThat(programmes.get(key).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(processes())
        .contains("integrate-incrementally", "monitor-and-adjust")
        .doesNotContain("redesign-package", "design-engagement-package");
  }

  /** What all Allies are told is what comes: rule 8. */
  @Test
  void whereTheWorkGoesOnWithoutConsensusNobodyIsToldThatTheProgrammeEnds() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    rehearsal.run(() -> council.openRound(key).isPresent(), happening -> {});
    work.complete(
        "userTask_followRound",
        "secretary",
        Map.of("followUp", "withdraw", "withdrawalReason", "Three only."));
    OpenTask choice = work.task("userTask_chooseFallBack");

    assertThat(office.facts(choice).get("fallBackOptions").toString())
        .contains("Keep the present package, and go on under it")
        .doesNotContain("End the programme");
    assertThat(office.facts(choice).get("finalLabel"))
        .isEqualTo("The programme shall go on under its present package");
    work.complete(
        "userTask_chooseFallBack",
        "secretary",
        Map.of("fallBack", "end", "fallBackReason", "Nobody wants it."));
    office.runDueJobs();

    assertThat(programmes.get(key).isOpen()).isTrue();
    assertThat(processes()).doesNotContain("redesign-package");
    assertThat(packages.current(key).status()).isEqualTo(EngagementPackage.Status.DROPPED);
    assertThat(
            db.sql("select what from decision_record where programme = :key order by id")
                .param("key", key)
                .query(String.class)
                .list())
        .contains("No consensus on interim ally: the present package stays")
        .noneMatch(what -> what.contains("the programme ends"));
  }

  @Test
  void aFallBackOfTheCouncilIsDesignedBesideTheWorkToo() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    theCouncilDecides("lower-tier");

    assertThat(processes())
        .contains("redesign-package", "design-engagement-package", "integrate-incrementally");
  }

  @Test
  void aRedesignEndsWithItsProgramme() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    decide("terminate");

    assertEnded();
  }

  @Test
  void aRedesignStandsStillWhileItsProgrammeIsSuspended() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    decide("suspend");

    assertThat(office.openTasks()).isEmpty();
    decide("resume");
    assertThat(processes()).contains("redesign-package", "design-engagement-package");
    assertThat(tasksOfTheWork()).isNotEmpty();
  }

  @Test
  void aSilenceThatStoodStillEndsLaterByThatTimeAndIsAnsweredUntilThen() {
    workUntil(State.PHASE_RUNNING);
    carryOn("move tier down");
    rehearsal.run(() -> council.openRound(key).isPresent(), happening -> {});
    Round before = council.openRound(key).orElseThrow();
    decide("suspend");
    Duration pause = Duration.ofDays(50).plusSeconds(30);
    office.setClock(office.now().plus(pause));
    office.runDueJobs();
    decide("resume");

    Round after = council.openRound(key).orElseThrow();
    assertThat(after.silenceEnds()).isEqualTo(before.silenceEnds().plusDays(50).plusMinutes(1));
    assertThat(council.extensions(after.id()))
        .singleElement()
        .extracting(Extension::reason)
        .isEqualTo(Words.of("round.goesOn"));
    assertThat(
            management
                .createJobQuery()
                .processDefinitionKey("secure-alliance-consensus")
                .activityId("boundaryEvent_silenceEnds")
                .singleResult()
                .getDuedate())
        .isEqualTo(Date.from(after.silenceEnds().toInstant()));
    office.setClock(after.silenceEnds().toInstant().minusSeconds(1));
    office.complete(
        work.tasks("userTask_statePosition").stream()
            .filter(task -> "delegation-fr".equals(task.group()))
            .findFirst()
            .orElseThrow(),
        "delegate-fr",
        Map.of("position", "no-objection"));
    assertThat(council.tally(after).of("FR")).isPresent();
  }

  // ---------------------------------------------------------------- what the tests share

  private void end(boolean withdrawn) {
    if (withdrawn) {
      withdrawal.withdraw(key, "No longer wanted.", List.of("Letter"));
      office.runDueJobs();
      assertEnded(Outcome.WITHDRAWN, "No longer wanted. Documents: Letter.");
    } else {
      decide("terminate");
      assertEnded();
    }
  }

  private void theCouncilDecides(String outcome) {
    String redesign =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey("redesign-package")
            .processInstanceBusinessKey(key)
            .singleResult()
            .getId();
    runtime
        .createProcessInstanceModification(redesign)
        .cancelAllForActivity("callActivity_designPackage")
        .startBeforeActivity("gateway_whatDidTheCouncilDecide")
        .setVariable("councilOutcome", outcome)
        .execute();
    office.runDueJobs();
  }

  private void carryOn(String decision) {
    decide(Map.of("decision", decision, "workInHand", "carried on"));
  }

  private void decide(String decision) {
    decide(Map.of("decision", decision));
  }

  private void workUntil(State state) {
    rehearsal.run(
        () -> processes().contains(state.process) && !tasksOfTheWork().isEmpty(), happening -> {});
  }

  /** A shift is reported, so that a review is open now, and the committee decides. */
  private void decide(Map<String, Object> decision) {
    shifts.report(
        key, ConditionShift.Kind.POLITICAL, ConditionShift.Severity.MINOR, "News", "Cable");
    office.runDueJobs();
    Map<String, Object> form = new HashMap<>(decision);
    form.put("reasons", "The committee's reasons");
    work.complete("userTask_decideReview", "committee", form);
    office.runDueJobs();
  }

  private void assertEnded() {
    assertEnded(Outcome.TERMINATED, "terminate: The committee's reasons");
  }

  private void assertEnded(Outcome outcome, String why) {
    assertThat(programmes.get(key).outcome()).isEqualTo(outcome);
    assertThat(programmes.get(key).why()).endsWith(why);
    assertThat(deliverables.latest(key, DeliverableKind.PROGRAMME_FILE))
        .hasValueSatisfying(file -> assertThat(file.isApproved()).isTrue());
    assertThat(processes()).isEmpty();
    assertThat(office.openTasks()).isEmpty();
    // Only the quarter, which is not of this programme alone, still waits to be reported on.
    assertThat(management.createJobQuery().timers().list())
        .extracting(Job::getProcessDefinitionKey)
        .containsOnly("report-on-quarter");
  }

  private List<OpenTask> tasksOfTheWork() {
    return office.openTasks().stream()
        .filter(task -> !task.key().equals("userTask_decideReview"))
        .toList();
  }

  private List<String> processes() {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(key)
        .processDefinitionKeyNotIn("print-deliverable")
        .list()
        .stream()
        .map(ProcessInstance::getProcessDefinitionKey)
        .toList();
  }

  /** When the timers of the work are due, by what waits for them. */
  private Map<String, Instant> timers() {
    List<String> instances =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
            .filter(each -> !each.getProcessDefinitionKey().equals("monitor-and-adjust"))
            .filter(each -> !each.getProcessDefinitionKey().equals("hold-review"))
            .map(ProcessInstance::getId)
            .toList();
    return management.createJobQuery().timers().list().stream()
        .filter(job -> instances.contains(job.getProcessInstanceId()))
        .collect(
            Collectors.toMap(
                job -> job.getId(),
                job -> job.getDuedate().toInstant(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static PackageTerms terms() {
    return new PackageTerms(
        List.of("Political consultation", "Early-warning arrangement"),
        List.of("Dialogue on supply chains"),
        List.of("Yearly field exercise"),
        List.of(
            PlannedMilestone.general(
                "Host nation support", "agreements", "1", START.plusMonths(30)),
            PlannedMilestone.interoperability(
                "Interoperability of declared units", "standards, %", "75", START.plusMonths(40))),
        "It fits");
  }

  private static List<PlannedInstrument> instruments() {
    return List.of(
        new PlannedInstrument(
            Instrument.STRATEGIC_PARTNERSHIP_AGREEMENT,
            "low",
            "regional",
            START,
            START.plusMonths(9)),
        new PlannedInstrument(
            Instrument.JOINT_TRAINING_INITIATIVE,
            "medium",
            "operational",
            START.plusMonths(9),
            START.plusMonths(24)),
        new PlannedInstrument(
            Instrument.FULL_MEMBERSHIP_ACCESSION,
            "high",
            "alliance-wide",
            START.plusMonths(24),
            START.plusMonths(54)));
  }
}
