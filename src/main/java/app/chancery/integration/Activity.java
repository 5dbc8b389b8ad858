package app.chancery.integration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An exercise, workshop or intelligence-sharing event that took place.
 *
 * @param participants who took part: country codes or names
 * @param standard the standard it served; null where none, never for an exercise
 * @param source what shows that it took place
 * @param plannedExercise the id of the {@link PlannedExercise} it was, or null
 */
public record Activity(
    long id,
    String programme,
    ActivityKind kind,
    String name,
    LocalDate date,
    List<String> participants,
    String standard,
    String source,
    Long plannedExercise,
    String recordedBy,
    OffsetDateTime recordedAt) {

  public Activity {
    participants = List.copyOf(participants);
  }
}
