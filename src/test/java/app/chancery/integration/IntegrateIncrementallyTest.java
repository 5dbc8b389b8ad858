package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Document.Table;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import app.chancery.records.Notice;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OfficeTest
class IntegrateIncrementallyTest extends IntegrationCase {

  private static final String PROCESS = "integrate-incrementally";
  private static final String CONFIRM = "userTask_confirmExerciseSchedule";

  @Autowired private JdbcClient db;
  @Autowired Deliverables deliverables;
  @Autowired IdentityService identities;

  @Test
  void aPartnershipIsSettledWhenItsPhasesAreOver() {
    endorsed(Tier.INTERIM_ALLY);
    String instance = start(PROCESS);

    rehearse(instance);

    assertThat(endOf(instance)).isEqualTo("endEvent_partnershipSettled");
    assertThat(variable(instance, "integrationOutcome")).isEqualTo("settled");
    assertThat(lastDecision(KEY).what()).isEqualTo("Partnership settled");
    assertThat(lastDecision(KEY).why()).contains("2 of 2 milestones met");
    assertThat(phases.of(KEY)).hasSize(2).allMatch(phase -> phase.endedAt() != null);
    assertThat(activities.of(KEY))
        .extracting(Activity::kind)
        .contains(ActivityKind.EXERCISE, ActivityKind.WORKSHOP, ActivityKind.INTELLIGENCE_SHARING);
  }

  @Test
  void aFullCandidateBecomesAnAllyWithinTwoToThreeYears() {
    endorsed(Tier.FULL_CANDIDATE);
    String instance = start(PROCESS);

    rehearse(instance);

    assertThat(endOf(instance)).isEqualTo("endEvent_acceded");
    assertThat(variable(instance, "integrationOutcome")).isEqualTo("acceded");
    LocalDate since = accessions.dateOf(KEY, AccessionStage.ACCEDED).orElseThrow();
    assertThat(allies.find("XR")).get().extracting("partySince").isEqualTo(since);
    assertThat(identities.createGroupQuery().groupId("delegation-xr").singleResult().getName())
        .isEqualTo("Delegation of Ruritania");
    assertThat(since).isBetween(START.plusYears(2), START.plusMonths(40));
    assertThat(accessions.of(KEY))
        .extracting(AccessionEntry::stage)
        .containsExactly(AccessionStage.values());
    assertThat(lastDecision(KEY).what()).isEqualTo("Integration ended with accession");
  }

  @Test
  void rule8_allAlliesAreToldOfEveryPhaseAndTheEnd() {
    endorsed(Tier.STRATEGIC_PARTNER);

    rehearse(start(PROCESS));

    for (String subject :
        List.of(
            "Integration begins",
            "Joint exercise schedule",
            "Phase opened",
            "Phase completed",
            "Partnership settled")) {
      isToAllAllies(notice(KEY, subject));
    }
  }

  @Test
  void thePackageBecomesPhasesMilestonesAndAssurances() {
    endorsed(Tier.FULL_CANDIDATE);

    start(PROCESS);

    assertThat(phases.of(KEY)).extracting(Phase::instrument).containsExactly(Instrument.values());
    assertThat(milestones.of(KEY))
        .extracting(Milestone::name)
        .containsExactly("Partnership programme signed", "Interoperability of declared units");
    assertThat(milestones.interoperability(KEY)).hasSize(1);
    assertThat(assurances.of(KEY)).hasSize(6);
    assertThat(assurances.inForce(KEY, START))
        .extracting(Assurance::phaseId)
        .containsOnly(phases.of(KEY).get(0).id());
  }

  @Test
  void aPackageIsPreparedOnce() {
    endorsed(Tier.INTERIM_ALLY);
    integration.prepare(KEY);
    schedule.plan(KEY);
    int planned = exercises.of(KEY).size();

    integration.prepare(KEY);
    schedule.plan(KEY);

    assertThat(phases.of(KEY)).hasSize(2);
    assertThat(milestones.of(KEY)).hasSize(2);
    assertThat(exercises.of(KEY)).hasSize(planned);
  }

  @Test
  void aNewPackageBringsNewPhasesAndKeepsWhatWasMet() {
    endorsed(Tier.STRATEGIC_PARTNER);
    integration.prepare(KEY);
    milestones.reportMet(KEY, milestones.of(KEY).get(0).id(), START, "signed document");
    endorse(KEY, Tier.INTERIM_ALLY);

    integration.prepare(KEY);

    assertThat(phases.of(KEY)).hasSize(2).allMatch(Phase::isAhead);
    assertThat(milestones.of(KEY)).extracting(Milestone::isMet).containsExactly(true, false);
  }

  @Test
  void aLateEndorsementMovesAllPhasesAndMilestones() {
    endorsed(Tier.INTERIM_ALLY);
    day(START.plusDays(40));

    integration.prepare(KEY);

    assertThat(phases.of(KEY))
        .extracting(Phase::plannedFrom)
        .containsExactly(START.plusDays(40), START.plusMonths(9).plusDays(40));
    assertThat(milestones.of(KEY))
        .isNotEmpty()
        .allSatisfy(
            milestone ->
                assertThat(milestone.dueOn()).isEqualTo(milestone.plannedFor().plusDays(40)));
  }

  @Test
  void theScheduleGivesEveryQuarterItsExercisesAndTheirStandards() {
    endorsed(Tier.INTERIM_ALLY);

    start(PROCESS);

    assertThat(exercises.of(phases.of(KEY).get(0)))
        .extracting(PlannedExercise::quarter)
        .containsExactly("2027-Q1", "2027-Q2", "2027-Q3");
    assertThat(exercises.of(KEY)).isNotEmpty().allMatch(exercise -> !exercise.standard().isBlank());
    assertThat(
            deliverables
                .latest(KEY, DeliverableKind.JOINT_EXERCISE_SCHEDULE)
                .orElseThrow()
                .isApproved())
        .isFalse();
  }

  @Test
  void aConfirmedScheduleIsApproved() {
    endorsed(Tier.STRATEGIC_PARTNER);
    start(PROCESS);

    complete(CONFIRM, "scheduleAnswer", "confirm");

    assertThat(deliverables.latest(KEY, DeliverableKind.JOINT_EXERCISE_SCHEDULE).orElseThrow())
        .satisfies(
            deliverable -> {
              assertThat(deliverable.approvedBy()).isEqualTo("officer");
              assertThat(deliverable.document().sections())
                  .extracting(Section::heading)
                  .containsExactly("Phases", "Exercises by quarter", "What the exercises serve");
              assertThat(deliverable.document().sections().get(1).tables())
                  .extracting(Table::caption)
                  .containsExactly("2027-Q1", "2027-Q2", "2027-Q3");
              assertThat(deliverable.document().sections().get(1).tables().get(0).rows())
                  .singleElement()
                  .satisfies(
                      row ->
                          assertThat(row)
                              .contains("Staff table-top exercise", "1")
                              .contains("STANAG 6001 (language proficiency)")
                              .contains(
                                  "Planning staffs of the candidate; staff officers of Allied headquarters"));
              assertThat(deliverable.document().sections().get(0).pictures().get(0).description())
                  .startsWith("Phase 1: Strategic Partnership Agreement: 20")
                  .contains("Exercises of phase 1: 2027-");
            });
    assertThat(work.keys()).containsExactly("userTask_conductPhase");
  }

  @Test
  void anAdjustedScheduleComesBack() {
    endorsed(Tier.STRATEGIC_PARTNER);
    start(PROCESS);
    PlannedExercise first = exercises.of(KEY).get(0);

    complete(
        CONFIRM,
        "scheduleAnswer",
        "move",
        "exercise",
        String.valueOf(first.id()),
        "exerciseDate",
        "2027-03-29",
        "reason",
        "Elections");
    complete(
        CONFIRM,
        "scheduleAnswer",
        "drop",
        "exercise",
        String.valueOf(exercises.of(KEY).get(1).id()),
        "reason",
        "No units");
    complete(
        CONFIRM,
        "scheduleAnswer",
        "add",
        "exerciseDate",
        "2027-05-10",
        "exerciseName",
        "Sea rescue exercise",
        "exerciseStandard",
        "ATP-57",
        "exerciseParticipants",
        "Coast guard of the candidate; ships of Allies",
        "reason",
        "Asked for by the candidate");

    assertThat(exercises.of(KEY))
        .extracting(exercise -> exercise.plannedOn().toString())
        .contains("2027-03-29", "2027-05-10")
        .hasSize(3);
    assertThat(
            db.sql("select revision from planned_exercise where id = ?")
                .param(first.id())
                .query(Integer.class)
                .single())
        .as("calendar programs count how often it was moved")
        .isOne();
    assertThat(deliverables.latest(KEY, DeliverableKind.JOINT_EXERCISE_SCHEDULE).orElseThrow())
        .satisfies(draft -> assertThat(draft.version()).isEqualTo(4));
    assertThat(exercises.of(KEY))
        .filteredOn(exercise -> exercise.name().equals("Sea rescue exercise"))
        .extracting(PlannedExercise::participants)
        .containsExactly("Coast guard of the candidate; ships of Allies");
    assertThat(lastDecision(KEY).what()).startsWith("Exercise added");
    assertThat(work.keys()).containsExactly(CONFIRM);
  }

  @Test
  void aBadChangeOfTheScheduleIsRefused() {
    endorsed(Tier.STRATEGIC_PARTNER);
    start(PROCESS);

    assertThatThrownBy(
            () -> complete(CONFIRM, "scheduleAnswer", "move", "exerciseDate", "2020-01-01"))
        .isInstanceOf(Refused.class)
        .hasStackTraceContaining("reason: is required")
        .hasStackTraceContaining("exercise: must be an exercise")
        .hasStackTraceContaining("exerciseDate: must be a day within one of the phases");
    assertThatThrownBy(() -> complete(CONFIRM, "scheduleAnswer", "add"))
        .isInstanceOf(Refused.class)
        .hasStackTraceContaining("exerciseStandard: is required")
        .hasStackTraceContaining("exerciseParticipants: is required");
    assertThatThrownBy(() -> complete(CONFIRM, "scheduleAnswer", "perhaps"))
        .isInstanceOf(Refused.class)
        .hasStackTraceContaining("scheduleAnswer");
    assertThat(work.keys()).containsExactly(CONFIRM);
  }

  @Test
  void whoForgetsTheScheduleIsRemindedAndThenManagersHear() {
    endorsed(Tier.STRATEGIC_PARTNER);
    start(PROCESS);

    pass(Period.ofDays(11));
    assertThat(notice(KEY, "The exercise schedule waits").recipients()).isEqualTo("military-staff");
    pass(Period.ofDays(11));
    assertThat(notice(KEY, "The exercise schedule is still").recipients()).isEqualTo("managers");
  }

  @Test
  void theFormShowsPhasesAndExercises() {
    endorsed(Tier.INTERIM_ALLY);
    start(PROCESS);

    Map<String, Object> facts = office.facts(work.task(CONFIRM));

    assertThat(facts).containsEntry("programmeName", "Ruritania");
    assertThat((List<?>) facts.get("phases")).hasSize(2);
    assertThat((List<?>) facts.get("exercises")).hasSize(exercises.of(KEY).size());
    assertThat(facts.get("schedulePage").toString())
        .startsWith("/programmes/XR-2026/deliverables/");
  }

  @Test
  void aPhaseThatEndsTellsWhatItAchieved() {
    endorsed(Tier.STRATEGIC_PARTNER);
    start(PROCESS);
    complete(CONFIRM, "scheduleAnswer", "confirm");
    complete(
        "userTask_conductPhase",
        "entry",
        "activity",
        "kind",
        "workshop",
        "name",
        "Border management",
        "date",
        START.toString(),
        "participants",
        "XR\nDE",
        "source",
        "Minutes");

    complete("userTask_conductPhase", "entry", "complete", "summary", "All done");

    Notice told = notice(KEY, "Phase completed");
    assertThat(told.text()).contains("no exercise, 1 workshop,", "0 of 1 milestones");
    isToAllAllies(told);
  }
}
