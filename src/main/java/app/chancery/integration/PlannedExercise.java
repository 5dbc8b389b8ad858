package app.chancery.integration;

import java.time.LocalDate;

/**
 * An exercise of the joint schedule.
 *
 * @param quarter the calendar quarter of its day, for example {@code 2027-Q2}
 * @param standard the standard that it serves
 * @param heldOn the day it took place, null before
 */
public record PlannedExercise(
    long id,
    long phaseId,
    LocalDate plannedOn,
    String quarter,
    String name,
    String standard,
    LocalDate heldOn) {}
