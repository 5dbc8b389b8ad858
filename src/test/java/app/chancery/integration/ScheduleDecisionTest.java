package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.integration.ScheduleDecision.Answer;
import app.chancery.platform.refusal.Fault;
import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleDecisionTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
  private static final LocalDate CHANGE_OF_PHASE = LocalDate.of(2027, 6, 30);
  private static final Phase FIRST = phase(1, LocalDate.of(2027, 1, 1), CHANGE_OF_PHASE);
  private static final Phase SECOND = phase(2, CHANGE_OF_PHASE, LocalDate.of(2027, 12, 31));
  private static final PlannedExercise PLANNED =
      new PlannedExercise(
          200, 1, LocalDate.of(2027, 4, 1), "Field exercise", "Command posts", "XR", null);

  @Test
  void aConfirmationNeedsNothingElse() {
    assertThat(faults(new ScheduleDecision(Answer.CONFIRM, null, null, null, null, null, null)))
        .isEmpty();
  }

  @Test
  void aMoveNeedsItsExerciseItsNewDayAndAReason() {
    assertThat(faults(move(200L, TODAY, "Harvest"))).isEmpty();
    assertThat(faults(move(null, null, " "))).containsExactly("reason", "exercise", "exerciseDate");
    assertThat(faults(move(201L, TODAY, "Harvest"))).containsExactly("exercise");
  }

  @Test
  void theNewDayLiesInAPhaseAndNotInThePast() {
    assertThat(faults(move(200L, TODAY.minusDays(1), "Harvest"))).containsExactly("exerciseDate");
    assertThat(faults(move(200L, SECOND.plannedTo(), "Harvest"))).isEmpty();
    assertThat(faults(move(200L, SECOND.plannedTo().plusDays(1), "Harvest")))
        .containsExactly("exerciseDate");
  }

  @Test
  void aDayOfTwoPhasesIsOneOfTheLater() {
    assertThat(move(200L, CHANGE_OF_PHASE, "Harvest").phaseOfItsDay(List.of(FIRST, SECOND)))
        .contains(SECOND);
    assertThat(move(200L, CHANGE_OF_PHASE.minusDays(1), "x").phaseOfItsDay(List.of(FIRST, SECOND)))
        .contains(FIRST);
  }

  @Test
  void aMovedExerciseIsTheSameOnAnotherDay() {
    assertThat(PLANNED.movedTo(CHANGE_OF_PHASE, SECOND))
        .isEqualTo(
            new PlannedExercise(
                200, 2, CHANGE_OF_PHASE, "Field exercise", "Command posts", "XR", null));
  }

  @Test
  void aDropNeedsItsExerciseAndAReason() {
    assertThat(faults(new ScheduleDecision(Answer.DROP, 200L, null, null, null, null, "Money")))
        .isEmpty();
    assertThat(faults(new ScheduleDecision(Answer.DROP, null, null, null, null, null, null)))
        .containsExactly("reason", "exercise");
  }

  @Test
  void aNewExerciseNeedsEverythingButAnExerciseOfTheSchedule() {
    ScheduleDecision complete =
        new ScheduleDecision(Answer.ADD, null, TODAY, "Drill", "Signals", "XR; FR", "Gap");

    assertThat(faults(complete)).isEmpty();
    assertThat(complete.newExercise(FIRST))
        .isEqualTo(new PlannedExercise(0, 1, TODAY, "Drill", "Signals", "XR; FR", null));
    assertThat(faults(new ScheduleDecision(Answer.ADD, null, null, "", "", "", "")))
        .containsExactly(
            "reason", "exerciseDate", "exerciseName", "exerciseStandard", "exerciseParticipants");
  }

  private static List<String> faults(ScheduleDecision decision) {
    return decision.check(List.of(PLANNED), List.of(FIRST, SECOND), TODAY).list().stream()
        .map(Fault::field)
        .toList();
  }

  private static ScheduleDecision move(Long exercise, LocalDate to, String why) {
    return new ScheduleDecision(Answer.MOVE, exercise, to, null, null, null, why);
  }

  private static Phase phase(int number, LocalDate from, LocalDate to) {
    return new Phase(
        number, "XR-2026", 1, number, Instrument.JOINT_TRAINING_INITIATIVE, from, to, null, null);
  }
}
