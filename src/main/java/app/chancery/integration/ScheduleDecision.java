package app.chancery.integration;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the military staff decide about the exercise schedule. Which components are needed depends
 * on the answer; the others are null.
 *
 * @param exercise the id of the exercise to move or drop
 * @param exerciseDate its new day, or the day of the one to add
 * @param exerciseParticipants who takes part in the one to add, with semicolons between
 * @param reason why; needed for everything but the confirmation
 */
public record ScheduleDecision(
    Answer answer,
    Long exercise,
    LocalDate exerciseDate,
    String exerciseName,
    String exerciseStandard,
    String exerciseParticipants,
    String reason) {

  /** Names what the decision lacks; fields as its components. */
  Faults check(List<PlannedExercise> schedule, List<Phase> phases, LocalDate today) {
    Faults faults = new Faults();
    boolean changes = answer != Answer.CONFIRM;
    boolean adds = answer == Answer.ADD;
    boolean dates = adds || answer == Answer.MOVE;
    faults.check(
        !changes || !blank(reason), "reason", Words.of("scheduleDecision.isRequiredForAChange"));
    faults.check(
        !changes || adds || schedule.stream().anyMatch(this::isAbout),
        "exercise",
        Words.of("scheduleDecision.mustBeAnExerciseOfThe"));
    faults.check(
        !dates || phaseOfItsDay(phases).isPresent(),
        "exerciseDate",
        Words.of("scheduleDecision.mustBeADayWithinOne"));
    faults.check(
        !dates || exerciseDate == null || !exerciseDate.isBefore(today),
        "exerciseDate",
        Words.of("scheduleDecision.mustNotBeInThePast"));
    faults.check(!adds || !blank(exerciseName), "exerciseName", Words.of("form.required"));
    faults.check(
        !adds || !blank(exerciseStandard),
        "exerciseStandard",
        Words.of("scheduleDecision.isRequiredAnExerciseServesA"));
    faults.check(
        !adds || !blank(exerciseParticipants), "exerciseParticipants", Words.of("form.required"));
    return faults;
  }

  /** The phase that the day falls into: the later one, where two have it. */
  Optional<Phase> phaseOfItsDay(List<Phase> phases) {
    return phases.stream()
        .filter(phase -> exerciseDate != null && phase.planned().contains(exerciseDate))
        .reduce((earlier, later) -> later);
  }

  /** The exercise to add. */
  PlannedExercise newExercise(Phase phase) {
    return PlannedExercise.in(
        phase, exerciseDate, exerciseName, exerciseStandard, exerciseParticipants);
  }

  private boolean isAbout(PlannedExercise planned) {
    return exercise != null && exercise == planned.id();
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** What to do with the schedule. */
  public enum Answer implements Coded {
    CONFIRM,
    MOVE,
    DROP,
    ADD
  }
}
