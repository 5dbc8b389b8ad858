package app.chancery.integration;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/**
 * An exercise of the joint schedule.
 *
 * @param standard the standard that it serves
 * @param participants with semicolons between; null for one planned before it was asked for
 * @param heldOn the day it took place, null before
 */
public record PlannedExercise(
    long id,
    long phaseId,
    LocalDate plannedOn,
    String name,
    String standard,
    String participants,
    LocalDate heldOn) {

  /** One that is not in the register yet, and so has no id. */
  static PlannedExercise in(
      Phase phase, LocalDate day, String name, String standard, String participants) {
    return new PlannedExercise(0, phase.id(), day, name, standard, participants, null);
  }

  PlannedExercise movedTo(LocalDate day, Phase phase) {
    return new PlannedExercise(id, phase.id(), day, name, standard, participants, heldOn);
  }

  /** The calendar quarter of its day, for example {@code 2027-Q2}. */
  public String quarter() {
    return quarter(plannedOn);
  }

  static String quarter(LocalDate day) {
    return "%s-Q%s".formatted(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
  }

  /** The report with this exercise's name and standard where it gives none. */
  NewActivity asHeld(NewActivity report) {
    return new NewActivity(
        report.kind(),
        blank(report.name()) ? name : report.name(),
        report.date(),
        report.participants(),
        blank(report.standard()) ? standard : report.standard(),
        report.source(),
        id);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
