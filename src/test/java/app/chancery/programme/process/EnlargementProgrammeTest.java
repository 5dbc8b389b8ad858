package app.chancery.programme.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.ReleasedModels;
import app.chancery.SampleDossiers;
import app.chancery.consensus.Council;
import app.chancery.consensus.Round;
import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.programme.Opening;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.records.alliance.Allies;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript.Answer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole programme with all its steps, brought to each of its ends by the scripted staff. */
@OfficeTest
class EnlargementProgrammeTest {

  private static final String ENDORSE_READINESS = "userTask_endorseReadiness";
  private static final String STATE_POSITION = "userTask_statePosition";
  private static final String CONSULT = "userTask_consultObjectors";
  private static final String CHOOSE_FALL_BACK = "userTask_chooseFallBack";
  private static final String DECIDE_REVIEW = "userTask_decideReview";

  @Autowired Opening opening;
  @Autowired Programmes programmes;
  @Autowired Dossiers dossiers;
  @Autowired Rehearsal rehearsal;
  @Autowired Office office;
  @Autowired Allies allies;
  @Autowired Council council;
  @Autowired Deliverables deliverables;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired RuntimeService runtime;
  @Autowired RepositoryService repository;
  @Autowired FormService forms;

  @BeforeEach
  void startOnTheDayOfTheAssessment() {
    office.setClock(Instant.parse("2026-11-02T09:00:00Z"));
  }

  @Test
  void aFullCandidateAccedes() {
    String key = run(SampleDossiers.ruritania(), Map.of());

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(programmes.get(key).tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(allies.today()).anyMatch(ally -> ally.iso2().equals("XR"));
    assertThat(programmes.steps(key)).extracting(StepEntry::step).contains(Step.values());
    assertThat(programmes.steps(key)).isNotEmpty().allMatch(StepEntry::isOver);
    assertThat(deliverables.of(key))
        .extracting(Deliverable::kind)
        .contains(DeliverableKind.values());
    assertThat(deliverables.of(key)).isNotEmpty().allMatch(Deliverable::isApproved);
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKeyNotIn("print-deliverable")
                .count())
        .isZero();
  }

  @Test
  void aPartnershipIsSettled() {
    Dossier farAway =
        new Dossier(
            "XD",
            "Dorelia",
            false,
            "indo-pacific",
            SampleDossiers.ruritania().assessedOn(),
            SampleDossiers.ruritania().propagandaExposure(),
            null,
            SampleDossiers.ruritania().indicators());

    String key = run(farAway, Map.of());

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.SETTLED);
    assertThat(programmes.get(key).tier()).isNotEqualTo(Tier.FULL_CANDIDATE);
  }

  @Test
  void prerequisitesThatAreNotMetShelveTheProgramme() {
    String key =
        run(
            SampleDossiers.ruritania(),
            Map.of(
                ENDORSE_READINESS,
                new Answer(
                    1,
                    (task, facts, today) ->
                        Map.of("endorsement", "SHELVE", "endorsementWhy", "Not this year"))));

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.SHELVED);
    assertThat(programmes.get(key).why()).contains("Not this year");
    assertThat(programmes.steps(key))
        .extracting(StepEntry::step)
        .containsExactly(Step.PREREQUISITES);
  }

  @Test
  void objectionsInEveryRoundEndWithoutConsensus() {
    String key = run(SampleDossiers.ruritania(), objectingAlways("end"));

    Programme programme = programmes.get(key);
    assertThat(programme.outcome()).isEqualTo(Outcome.NO_CONSENSUS);
    assertThat(council.rounds(key)).hasSize(3).allMatch(round -> !round.isOpen());
  }

  @Test
  void withoutConsensusTheProgrammeMayFallBackToALowerTier() {
    AtomicInteger objections = new AtomicInteger();
    Map<String, Answer> answers = new java.util.HashMap<>(objectingAlways("lower tier"));
    answers.put(
        STATE_POSITION,
        new Answer(
            1,
            (task, facts, today) ->
                "delegation-fr".equals(task.group()) && objections.incrementAndGet() <= 3
                    ? Map.of(
                        "position", "objection",
                        "objectionReason", "Too early",
                        "objectionConfirmed", true)
                    : Map.of("position", "no objection")));

    String key = run(SampleDossiers.ruritania(), answers);

    assertThat(programmes.get(key).tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.SETTLED);
    assertThat(programmes.steps(key).stream().filter(stay -> stay.step() == Step.ENGAGEMENT))
        .hasSize(2);
  }

  @Test
  void theCommitteeTerminatesTheProgramme() {
    String key = run(SampleDossiers.ruritania(), deciding(CommitteeDecision.TERMINATE));

    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.TERMINATED);
    assertThat(office.openTasks())
        .noneMatch(
            task -> key.equals(task.programme()) && task.key().startsWith("userTask_conduct"));
  }

  /** Romania and Slovenia were left out in 1997, Ukraine turned away in 2010. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "PREREQUISITES",
        "STAKEHOLDERS",
        "ENGAGEMENT",
        "CONSENSUS",
        "DIPLOMACY",
        "INTEGRATION"
      })
  void aCandidateWithdrawsItsApplicationAtAnyStep(Step step) {
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    rehearsal.run(
        () -> programmes.get(key).step() == step && !tasksOf(key).isEmpty(), happening -> {});

    forms.submitStartForm(model("withdraw-application"), withdrawal(key));
    assertThat(tasksOf(key)).isEmpty();
    office.runDueJobs();

    assertWithdrawn(key);
    assertThat(passed("endEvent_applicationWithdrawn")).isEqualTo(1);
    assertThat(passed("endEvent_programmeEnds")).isEqualTo(1);
    assertThat(programmes.steps(key)).filteredOn(stay -> stay.leftAt() == null).isEmpty();
    // The candidate may come back.
    assertThat(office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania())))
        .isEqualTo("XR-2026-2");
  }

  @Test
  void aRoundUnderSilenceEndsWithTheApplication() {
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    rehearsal.run(() -> council.openRound(key).isPresent(), happening -> {});

    forms.submitStartForm(model("withdraw-application"), withdrawal(key));

    // At once, not when the file of the programme is compiled.
    assertThat(council.openRounds()).isEmpty();
    assertThat(council.newestRound(key).orElseThrow().status()).isEqualTo(Round.Status.WITHDRAWN);
    office.runDueJobs();
    assertWithdrawn(key);
  }

  @Test
  void whatIsMissingInAWithdrawalIsToldAndTheProgrammeGoesOn() {
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    String process = model("withdraw-application");
    int open = tasksOf(key).size();

    assertThatThrownBy(() -> forms.submitStartForm(process, Map.of("programme", key)))
        .isInstanceOf(Refused.class)
        .hasStackTraceContaining("withdrawalReason: is required")
        .hasStackTraceContaining("documents: is required")
        .hasStackTraceContaining("withdrawalConfirmed: must be confirmed");
    assertThatThrownBy(() -> forms.submitStartForm(process, withdrawal("XX-1999")))
        .hasStackTraceContaining("There is no programme 'XX-1999'");
    assertThat(programmes.get(key).isOpen()).isTrue();
    assertThat(tasksOf(key)).hasSize(open);
    forms.submitStartForm(process, withdrawal(key));
    office.runDueJobs();
    assertThatThrownBy(() -> forms.submitStartForm(process, withdrawal(key)))
        .hasStackTraceContaining(key + " has ended");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xr-2026", "XR", " ruritania "})
  void aProgrammeIsNamedAsPeopleCallIt(String named) {
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    assertThat(key).isEqualTo("XR-2026");

    forms.submitStartForm(model("withdraw-application"), withdrawal(named));
    office.runDueJobs();

    assertWithdrawn(key);
  }

  /** The office closes the programme a moment later, and somebody may be that fast. */
  @Test
  void anApplicationIsWithdrawnOnce() {
    String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
    String process = model("withdraw-application");
    forms.submitStartForm(process, withdrawal(key));

    assertThatThrownBy(() -> forms.submitStartForm(process, withdrawal(key)))
        .hasStackTraceContaining("the application was withdrawn already; " + key + " ends");

    office.runDueJobs();
    assertWithdrawn(key);
  }

  /** Its model does not wait for a withdrawal. */
  @Test
  void aCandidateWithdrawsFromAProgrammeOfTheFirstReleaseToo() {
    Deployment released = ReleasedModels.deploy(repository, "1.0.0");
    try {
      String key = office.inTheNameOf("analyst", () -> opening.open(SampleDossiers.ruritania()));
      assertThat(tasksOf(key)).isNotEmpty();

      forms.submitStartForm(model("withdraw-application"), withdrawal(key));
      office.runDueJobs();

      assertWithdrawn(key);
    } finally {
      repository.deleteDeployment(released.getId(), true);
    }
  }

  private static Map<String, Object> withdrawal(String key) {
    return Map.of(
        "programme",
        key,
        "withdrawalReason",
        "The new government prefers a non-aligned status.",
        "documents",
        "Note 12/2010 of 3 April 2010\nLaw on the foundations of policy, 1 July 2010",
        "withdrawalConfirmed",
        true);
  }

  private void assertWithdrawn(String key) {
    Programme programme = programmes.get(key);
    assertThat(programme.outcome()).isEqualTo(Outcome.WITHDRAWN);
    assertThat(programme.why())
        .contains("Application withdrawn", "non-aligned status", "Note 12/2010 of 3 April 2010");
    assertThat(decisions.of(key))
        .filteredOn(decision -> decision.what().equals("Application withdrawn"))
        .singleElement()
        .satisfies(decision -> assertThat(decision.why()).contains("non-aligned", "1 July 2010"));
    String called = programme.called();
    for (String told : List.of("Application withdrawn: " + called, "Programme ended: " + called)) {
      assertThat(notices.of(key))
          .filteredOn(notice -> notice.subject().equals(told))
          .singleElement()
          .satisfies(notice -> assertThat(notice.recipients().split(", ")).hasSize(32));
    }
    assertThat(tasksOf(key)).isEmpty();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .processDefinitionKeyNotIn("print-deliverable")
                .count())
        .isZero();
    assertThat(management.createJobQuery().timers().list())
        .extracting(Job::getProcessDefinitionKey)
        .filteredOn(process -> !process.equals("report-on-quarter"))
        .isEmpty();
    assertThat(deliverables.latest(key, DeliverableKind.PROGRAMME_FILE)).isPresent();
  }

  private List<OpenTask> tasksOf(String key) {
    return office.openTasks().stream().filter(task -> key.equals(task.programme())).toList();
  }

  private long passed(String activity) {
    return history
        .createHistoricActivityInstanceQuery()
        .activityId(activity)
        .finished()
        .startedAfter(Date.from(office.now().minusSeconds(1)))
        .count();
  }

  @Test
  void theCommitteeMovesTheTierAndThePackageGoesThroughTheCouncilAgain() {
    AtomicInteger reviews = new AtomicInteger();
    String key =
        run(
            SampleDossiers.ruritania(),
            Map.of(
                DECIDE_REVIEW,
                new Answer(
                    2,
                    (task, facts, today) ->
                        Map.of(
                            "decision",
                            reviews.incrementAndGet() == 1
                                ? CommitteeDecision.MOVE_TIER_DOWN.word()
                                : CommitteeDecision.CONTINUE.word(),
                            "reasons",
                            "Support has fallen"))));

    assertThat(programmes.get(key).tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(programmes.get(key).outcome()).isEqualTo(Outcome.SETTLED);
    assertThat(programmes.steps(key).stream().filter(stay -> stay.step() == Step.CONSENSUS))
        .hasSize(2);
  }

  /** Rule 8. */
  @Test
  void rule8_allAlliesAreToldAtEveryStage() {
    String key = run(SampleDossiers.ruritania(), Map.of());

    assertThat(notices.of(key))
        .filteredOn(notice -> notice.recipients().contains("delegation-fr, "))
        .extracting(notice -> notice.step())
        .contains("programme", "consensus", "diplomacy", "integration", "oversight");
  }

  /** Rule 12. */
  @Test
  void rule12_everyDecisionSaysWhoWhenWhatAndWhy() {
    String key = run(SampleDossiers.ruritania(), Map.of());

    assertThat(decisions.of(key))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            decision -> {
              assertThat(decision.decidedBy()).isNotBlank();
              assertThat(decision.decidedAt()).isNotNull();
              assertThat(decision.what()).isNotBlank();
              assertThat(decision.why()).isNotBlank();
            });
  }

  @Test
  void aStartFormOpensAProgrammeAndLeavesNoVariable() {
    Dossier dossier = SampleDossiers.ruritania();

    ProcessInstance started =
        forms.submitStartForm(newestModel(), "any key", SampleDossiers.fields(dossier));

    assertThat(programmes.get("XR-2026").isOpen()).isTrue();
    assertThat(dossiers.of("XR-2026")).isEqualTo(dossier);
    assertThat(programmes.steps("XR-2026"))
        .extracting(StepEntry::step)
        .containsExactly(Step.PREREQUISITES);
    assertThat(runtime.getVariables(started.getId())).isEmpty();
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processInstanceId(started.getId())
                .processInstanceBusinessKey("XR-2026")
                .count())
        .isEqualTo(1);
  }

  @Test
  void aBadStartFormIsRefusedNamingEveryFaultAndNothingStarts() {
    assertThatThrownBy(
            () ->
                forms.submitStartForm(
                    newestModel(), Map.of("candidate", "FR", "publicSupportPct", 140)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("name: is required")
        .hasMessageContaining("region: is required")
        .hasMessageContaining("publicSupportPctAsOf: is required");
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKeyNotIn("print-deliverable")
                .count())
        .isZero();
    assertThat(programmes.isEmpty()).isTrue();
  }

  private String newestModel() {
    return model(EnlargementProgrammeModel.PROCESS_ID);
  }

  private String model(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private String run(Dossier dossier, Map<String, Answer> otherwise) {
    String key = office.inTheNameOf("analyst", () -> opening.open(dossier));
    rehearsal.with(otherwise).run(() -> !programmes.get(key).isOpen(), happening -> {});
    return key;
  }

  private static Map<String, Answer> objectingAlways(String fallBack) {
    return Map.of(
        STATE_POSITION,
        new Answer(
            1,
            (task, facts, today) ->
                "delegation-fr".equals(task.group())
                    ? Map.of(
                        "position", "objection",
                        "objectionReason", "Too early",
                        "objectionConfirmed", true)
                    : Map.of("position", "no objection")),
        CONSULT,
        new Answer(
            1,
            (task, facts, today) ->
                Map.of("consultationCourse", "retable", "consultationAccount", "Talked it over")),
        CHOOSE_FALL_BACK,
        new Answer(
            1,
            (task, facts, today) -> Map.of("fallBack", fallBack, "fallBackReason", "Agreed so")));
  }

  private static Map<String, Answer> deciding(CommitteeDecision decision) {
    return Map.of(
        DECIDE_REVIEW,
        new Answer(
            2,
            (task, facts, today) ->
                Map.of("decision", decision.word(), "reasons", "Conditions have changed")));
  }
}
