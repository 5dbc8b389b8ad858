package app.chancery.integration;

import app.chancery.words.Coded;
import java.time.LocalDate;

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

  /** What to do with the schedule. */
  public enum Answer implements Coded {
    CONFIRM,
    MOVE,
    DROP,
    ADD
  }
}
