package app.chancery.oversight;

import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Assurances;
import app.chancery.integration.ExerciseSchedule;
import app.chancery.integration.Milestone;
import app.chancery.integration.Phase;
import app.chancery.integration.Phases;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where the work stands against its plan: milestones, phases, activities and assurances. */
@Component
class PlanProgress {

  private final Activities activities;
  private final Assurances assurances;
  private final Phases phases;
  private final ExerciseSchedule schedule;

  PlanProgress(
      Activities activities, Assurances assurances, Phases phases, ExerciseSchedule schedule) {
    this.activities = activities;
    this.assurances = assurances;
    this.phases = phases;
    this.schedule = schedule;
  }

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
      return "met on %s%s".formatted(milestone.metOn(), milestone.isMetOnTime() ? "" : ", late");
    }
    long days = ChronoUnit.DAYS.between(today, milestone.dueOn());
    return days < 0 ? "overdue by %d days".formatted(-days) : "due in %d days".formatted(days);
  }

  static int daysLate(List<Milestone> plan, LocalDate today) {
    return plan.stream()
        .filter(milestone -> milestone.isOverdue(today))
        .mapToInt(milestone -> (int) ChronoUnit.DAYS.between(milestone.dueOn(), today))
        .max()
        .orElse(0);
  }

  int overrunDays(String programme, LocalDate today) {
    return phases.of(programme).stream()
        .filter(Phase::isRunning)
        .mapToInt(phase -> (int) ChronoUnit.DAYS.between(phase.plannedTo(), today))
        .map(days -> Math.max(0, days))
        .max()
        .orElse(0);
  }

  List<Pack.ActivityLine> activityLines(String programme, Quarter period) {
    List<Activity> held = activities.of(programme);
    return Arrays.stream(ActivityKind.values())
        .map(
            kind ->
                new Pack.ActivityLine(
                    kind.word(),
                    kind == ActivityKind.EXERCISE ? planned(programme, period) : null,
                    count(held, kind, period),
                    count(held, kind, period.previous())))
        .toList();
  }

  private int planned(String programme, Quarter period) {
    return (int)
        schedule.of(programme).stream()
            .filter(exercise -> Quarter.of(exercise.plannedOn()).equals(period))
            .count();
  }

  private static int count(List<Activity> held, ActivityKind kind, Quarter quarter) {
    return (int)
        held.stream()
            .filter(activity -> activity.kind() == kind)
            .filter(activity -> Quarter.of(activity.date()).equals(quarter))
            .count();
  }

  List<Pack.AssuranceLine> runningOut(String programme, LocalDate today, LocalDate nextReview) {
    return assurances.inForce(programme, today).stream()
        .filter(assurance -> assurance.inForceUntil().isBefore(nextReview))
        .map(assurance -> new Pack.AssuranceLine(assurance.text(), assurance.inForceUntil()))
        .toList();
  }

  /** How far the assurances that are in force on the day reach beyond the next review. */
  String cover(String programme, LocalDate today, int runningOut) {
    int inForce = assurances.inForce(programme, today).size();
    if (inForce == 0) {
      return "none";
    }
    if (runningOut == 0) {
      return "hold";
    }
    return runningOut == inForce ? "all run out" : "some run out";
  }
}
