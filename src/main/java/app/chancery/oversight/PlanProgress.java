package app.chancery.oversight;

import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Assurance;
import app.chancery.integration.Milestone;
import app.chancery.integration.Phase;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/** Where the work stands against its plan: milestones, phases, activities and assurances. */
final class PlanProgress {

  private PlanProgress() {}

  static Pack.MilestoneLine line(Milestone milestone, LocalDate today) {
    return new Pack.MilestoneLine(
        milestone.name(),
        milestone.target(),
        milestone.plannedFor(),
        milestone.dueOn(),
        state(milestone, today),
        milestone.evidence());
  }

  private static String state(Milestone milestone, LocalDate today) {
    if (milestone.isMet()) {
      return Words.of("planProgress.metOn")
          .formatted(
              Dates.words(milestone.metOn()),
              milestone.isMetOnTime() ? "" : Words.of("planProgress.late"));
    }
    long days = ChronoUnit.DAYS.between(today, milestone.dueOn());
    return Words.of("planProgress.asOf")
        .formatted(
            days < 0
                ? Words.counted("milestone.overdue", -days)
                : Words.counted("milestone.due", days),
            Dates.words(today));
  }

  static int daysLate(List<Milestone> plan, LocalDate today) {
    return plan.stream()
        .filter(milestone -> milestone.isOverdue(today))
        .mapToInt(milestone -> (int) ChronoUnit.DAYS.between(milestone.dueOn(), today))
        .max()
        .orElse(0);
  }

  /** How many milestones are not met yet. */
  static int open(List<Milestone> plan) {
    return (int) plan.stream().filter(milestone -> !milestone.isMet()).count();
  }

  static int overrunDays(List<Phase> phases, LocalDate today) {
    return phases.stream()
        .filter(Phase::isRunning)
        .mapToInt(phase -> (int) ChronoUnit.DAYS.between(phase.plannedTo(), today))
        .map(days -> Math.max(0, days))
        .max()
        .orElse(0);
  }

  static List<Pack.ActivityLine> activityLines(
      List<Activity> held, List<LocalDate> exerciseDays, Quarter period) {
    return Arrays.stream(ActivityKind.values())
        .map(
            kind ->
                new Pack.ActivityLine(
                    kind,
                    kind == ActivityKind.EXERCISE ? planned(exerciseDays, period) : null,
                    count(held, kind, period),
                    count(held, kind, period.previous())))
        .toList();
  }

  private static int planned(List<LocalDate> exerciseDays, Quarter period) {
    return (int) exerciseDays.stream().filter(day -> Quarter.of(day).equals(period)).count();
  }

  private static int count(List<Activity> held, ActivityKind kind, Quarter quarter) {
    return (int)
        held.stream()
            .filter(activity -> activity.kind() == kind)
            .filter(activity -> Quarter.of(activity.date()).equals(quarter))
            .count();
  }

  static List<Pack.AssuranceLine> runningOut(List<Assurance> inForce, LocalDate nextReview) {
    return inForce.stream()
        .filter(assurance -> assurance.inForceUntil().isBefore(nextReview))
        .map(assurance -> new Pack.AssuranceLine(assurance.text(), assurance.inForceUntil()))
        .toList();
  }

  /** How far the assurances that are in force on the day reach beyond the next review. */
  static Evidence.Cover cover(int inForce, int runningOut) {
    if (inForce == 0) {
      return Evidence.Cover.NONE;
    }
    if (runningOut == 0) {
      return Evidence.Cover.HOLD;
    }
    return runningOut == inForce ? Evidence.Cover.ALL_RUN_OUT : Evidence.Cover.SOME_RUN_OUT;
  }
}
