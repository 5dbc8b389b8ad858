package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.OneBehindAnother;
import app.chancery.platform.refusal.Refused;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class ConductPhaseTest extends IntegrationCase {

  private static final String CONDUCT = "userTask_conductPhase";
  private static final String EXTEND = "userTask_extendAssurances";

  private String instance;
  private Phase phase;

  @Autowired PhaseWork phaseWork;
  @Autowired MilestoneRegister register;
  @Autowired TransactionTemplate transactions;
  @Autowired JdbcClient db;

  @BeforeEach
  void theFirstOfTwoPhasesIsOpen() {
    endorsed(Tier.INTERIM_ALLY);
    integration.prepare(KEY);
    schedule.plan(KEY);
    NextPhase next = integration.openNextPhase(KEY);
    phase = phases.get(next.phaseId());
    instance =
        start(
            "conduct-phase",
            KEY,
            Map.of("phaseId", next.phaseId(), "plannedEnd", next.plannedEnd()));
  }

  @Test
  void theTaskOfAPhaseSaysWhichPhaseItIs() {
    assertThat(work.task(CONDUCT).name()).isEqualTo("Conduct phase: " + phase.instrument().title());
  }

  @Test
  void theTaskComesBackUntilThePhaseIsComplete() {
    complete(
        CONDUCT,
        "entry",
        "activity",
        "kind",
        "intelligence-sharing",
        "name",
        "Situation exchange",
        "date",
        START.toString(),
        "participants",
        "XR\nPL",
        "source",
        "Minutes");

    assertThat(work.keys()).containsExactly(CONDUCT);
    assertThat(activities.of(KEY))
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.kind()).isEqualTo(ActivityKind.INTELLIGENCE_SHARING);
              assertThat(activity.participants()).containsExactly("XR", "PL");
              assertThat(activity.recordedBy()).isIn("officer", "envoy");
            });
  }

  @Test
  void aPlannedExerciseTakesNameAndStandardFromTheSchedule() {
    PlannedExercise planned = exercises.of(phase).get(0);

    complete(
        CONDUCT,
        "entry",
        "activity",
        "kind",
        "exercise",
        "plannedExercise",
        String.valueOf(planned.id()),
        "date",
        START.toString(),
        "participants",
        "XR",
        "source",
        "After-action report");

    assertThat(activities.of(KEY))
        .singleElement()
        .extracting(Activity::name, Activity::standard)
        .containsExactly(planned.name(), planned.standard());
    assertThat(exercises.find(KEY, planned.id()).orElseThrow().heldOn()).isEqualTo(START);
  }

  @Test
  void ofTwoWhoReportTheSameExerciseAtTheSameMomentOneIsTold() {
    PlannedExercise planned = exercises.of(phase).get(0);
    NewActivity held =
        new NewActivity(
            "exercise",
            null,
            START.toString(),
            List.of("XR"),
            null,
            "After-action report",
            planned.id());

    assertThat(OneBehindAnother.fails(transactions, db, () -> activities.record(KEY, held)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("plannedExercise");

    assertThat(activities.of(KEY)).hasSize(1);
  }

  @Test
  void aMilestoneThatIsMetMeanwhileIsNeitherMetAgainNorAdjusted() {
    long milestone = milestones.of(KEY).get(0).id();
    register.meet(milestone, START, "Signed copy");

    assertThatThrownBy(() -> register.meet(milestone, START, "Another copy"))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThatThrownBy(() -> register.adjust(milestone, "higher", START.plusYears(1)))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(milestones.get(KEY, milestone).evidence()).isEqualTo("Signed copy");
  }

  @Test
  void theLastPhaseIsNotCompleteWhileThePackageIsDesignedAnew() {
    Phase last = phases.after(phase).orElseThrow();
    String redesign = runtime.startProcessInstanceByKey("redesign-package", KEY).getId();

    assertThatThrownBy(() -> phaseWork.record(KEY, last.id(), new PhaseEntry.Complete("Done")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("its package is being designed anew");
    assertThat(phaseWork.record(KEY, phase.id(), new PhaseEntry.Complete("Done"))).isTrue();

    runtime.deleteProcessInstance(redesign, "The council keeps the present package");
    assertThat(phaseWork.record(KEY, last.id(), new PhaseEntry.Complete("Done"))).isTrue();
  }

  @Test
  void aMilestoneIsMetWithItsEvidence() {
    Milestone milestone = milestones.of(KEY).get(0);

    complete(
        CONDUCT,
        "entry",
        "milestone",
        "milestone",
        String.valueOf(milestone.id()),
        "metOn",
        START.toString(),
        "evidence",
        "Signed copy");

    assertThat(milestones.get(KEY, milestone.id()))
        .satisfies(
            met -> {
              assertThat(met.isMetOnTime()).isTrue();
              assertThat(met.evidence()).isEqualTo("Signed copy");
            });
  }

  @Test
  void badEntriesAreRefusedWithEveryFault() {
    refused("entry", Map.of());
    assertThat(
            refused(
                "standard", Map.of("entry", "activity", "kind", "exercise", "date", "2999-01-01")))
        .hasMessageContaining("name: is required")
        .hasMessageContaining("date: must not be in the future")
        .hasMessageContaining("participants")
        .hasMessageContaining("source: is required");
    assertThat(refused("milestone", Map.of("entry", "milestone", "metOn", "2999-01-01")))
        .hasMessageContaining("metOn: must not be in the future")
        .hasMessageContaining("evidence: is required");
    refused("summary", Map.of("entry", "complete"));
    refused("kind", Map.of("entry", "activity", "kind", "parade"));
    refused(
        "plannedExercise",
        Map.of("entry", "activity", "kind", "exercise", "plannedExercise", "999"));
    assertThat(work.keys()).containsExactly(CONDUCT);
    assertThat(activities.of(KEY)).isEmpty();
  }

  @Test
  void rule7_aPhaseEndsOnlyWhenTheAssurancesOfTheNextAreInForce() {
    complete(CONDUCT, "entry", "complete", "summary", "Done");

    assertThat(work.keys()).containsExactly(EXTEND);
    complete(
        EXTEND,
        "gapAnswer",
        "bring-into-force",
        "inForceFrom",
        START.toString(),
        "inForceUntil",
        "2029-01-31",
        "assuranceSource",
        "Exchange of letters");

    assertThat(endOf(instance)).isEqualTo("endEvent_phaseEnded");
    assertThat(assurances.areInForce(phases.after(phase).orElseThrow())).isTrue();
    isToAllAllies(notice(KEY, "Assurances in force"));
  }

  @Test
  void rule7_aPhaseEndsAtOnceIfTheNextAssurancesAreInForceAlready() {
    assurances.putInForce(phases.after(phase).orElseThrow(), START, START.plusYears(2), "Letters");

    complete(CONDUCT, "entry", "complete", "summary", "Done");

    assertThat(work.keys()).isEmpty();
  }

  @Test
  void rule7_anExtensionProlongsThePhase() {
    endAndExtend();

    assertThat(work.keys()).containsExactly(CONDUCT);
    assertThat(assurances.of(phase))
        .extracting(Assurance::inForceUntil)
        .containsOnly(LocalDate.of(2027, 12, 31));
    assertThat(lastDecision(KEY).what()).startsWith("Assurances extended");
  }

  /** Between the end of the one term and the beginning of the other nothing was in force. */
  @Test
  void rule7_anExtensionOfWhatHasLapsedBeginsToday() {
    assurances.putInForce(phase, START.minusYears(1), START.minusDays(30), "Letters");
    endAndExtend();

    assertThat(assurances.of(phase)).extracting(Assurance::inForceFrom).containsOnly(today());
  }

  private void endAndExtend() {
    complete(CONDUCT, "entry", "complete", "summary", "Done");

    complete(
        EXTEND,
        "gapAnswer",
        "extend",
        "inForceUntil",
        "2027-12-31",
        "assuranceSource",
        "Council note");
  }

  @Test
  void rule7_assurancesOnlyInForceLaterLeaveAGap() {
    complete(CONDUCT, "entry", "complete", "summary", "Done");

    assertThatThrownBy(
            () ->
                complete(
                    EXTEND,
                    "gapAnswer",
                    "bring-into-force",
                    "inForceFrom",
                    "2027-06-01",
                    "inForceUntil",
                    "2020-01-01"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("inForceFrom: must not be in the future")
        .hasMessageContaining("inForceUntil: must be after today")
        .hasMessageContaining("assuranceSource: is required");
    assertThat(work.keys()).containsExactly(EXTEND);
  }

  @Test
  void thePlannedEndIsOnlyAReminder() {
    pass(Period.ofMonths(9));

    assertThat(notice(KEY, "Planned end reached"))
        .satisfies(
            told -> {
              assertThat(told.recipients()).isEqualTo("military-staff, envoys");
              assertThat(told.text()).contains("in force until 11 Oct 2027");
            });
    assertThat(work.keys()).containsExactly(CONDUCT);
  }

  @Test
  void aStandstillIsRemindedOfAndThenEscalated() {
    pass(Period.ofDays(46));
    assertThat(notice(KEY, "Nothing was recorded").recipients())
        .isEqualTo("military-staff, envoys");

    pass(Period.ofDays(45));
    assertThat(notice(KEY, "A phase of integration").recipients())
        .isEqualTo("managers, oversight-committee");
  }

  @Test
  void aSecurityGapIsRemindedOfAndThenEscalated() {
    complete(CONDUCT, "entry", "complete", "summary", "Done");

    pass(Period.ofDays(5));
    assertThat(notice(KEY, "A phase cannot end").recipients()).isEqualTo("envoys");
    pass(Period.ofDays(5));
    assertThat(notice(KEY, "A security gap").recipients())
        .isEqualTo("oversight-committee, executives");
  }

  @Test
  void theFormShowsMilestonesExercisesAndAssurances() {
    Map<String, Object> facts = office.facts(work.task(CONDUCT));

    assertThat(facts)
        .containsEntry("instrument", "Strategic Partnership Agreement")
        .containsEntry("date", START.toString());
    assertThat((List<?>) facts.get("openMilestones")).hasSize(2);
    assertThat((List<?>) facts.get("openExercises")).hasSize(3);
    assertThat((List<?>) facts.get("assurances")).hasSize(2);
  }

  private Refused refused(String field, Map<String, Object> fields) {
    Object[] flat =
        fields.entrySet().stream()
            .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
            .toArray();
    try {
      complete(CONDUCT, flat);
    } catch (Refused refused) {
      assertThat(refused).hasMessageContaining(field + ": ");
      return refused;
    }
    throw new AssertionError("was accepted");
  }
}
