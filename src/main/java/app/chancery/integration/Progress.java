package app.chancery.integration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** How far the work of step 5 has come. The one way in for who reviews it and adjusts its plan. */
@Service
public class Progress {

  private final Milestones milestones;
  private final Phases phases;
  private final Activities activities;
  private final PlannedExercises exercises;
  private final Assurances assurances;
  private final OppositionChecks oppositionChecks;

  Progress(
      Milestones milestones,
      Phases phases,
      Activities activities,
      PlannedExercises exercises,
      Assurances assurances,
      OppositionChecks oppositionChecks) {
    this.milestones = milestones;
    this.phases = phases;
    this.activities = activities;
    this.exercises = exercises;
    this.assurances = assurances;
    this.oppositionChecks = oppositionChecks;
  }

  /**
   * What is on record of the work on a programme.
   *
   * @param milestones of the newest package, by due date
   * @param phases of the newest package, in their order
   * @param activities that took place, by date
   * @param exerciseDays for which the schedule has an exercise
   * @param assurances given with any phase
   * @param oppositionCheck the last one, if there was any
   */
  public record Work(
      List<Milestone> milestones,
      List<Phase> phases,
      List<Activity> activities,
      List<LocalDate> exerciseDays,
      List<Assurance> assurances,
      Optional<OppositionCheck> oppositionCheck) {}

  /** The work on each of the programmes, with as many statements as for one of them. */
  public Map<String, Work> ofEach(Collection<String> programmes) {
    Map<String, List<Milestone>> plans = milestones.ofEach(programmes);
    Map<String, List<Phase>> phasesOf = phases.ofEach(programmes);
    Map<String, List<Activity>> held = activities.ofEach(programmes);
    Map<String, List<LocalDate>> exerciseDays = exercises.daysOfEach(programmes);
    Map<String, List<Assurance>> promised = assurances.ofEach(programmes);
    Map<String, OppositionCheck> checks = oppositionChecks.latestOfEach(programmes);
    Map<String, Work> work = new HashMap<>();
    for (String programme : programmes) {
      work.put(
          programme,
          new Work(
              plans.getOrDefault(programme, List.of()),
              phasesOf.getOrDefault(programme, List.of()),
              held.getOrDefault(programme, List.of()),
              exerciseDays.getOrDefault(programme, List.of()),
              promised.getOrDefault(programme, List.of()),
              Optional.ofNullable(checks.get(programme))));
    }
    return work;
  }

  /** The milestones of the newest package, by due date. */
  public List<Milestone> milestones(String programme) {
    return milestones.of(programme);
  }

  /** What took place, by date. */
  public List<Activity> activities(String programme) {
    return activities.of(programme);
  }

  /** The exercises that are planned, by date. */
  public List<PlannedExercise> exercises(String programme) {
    return exercises.of(programme);
  }

  /**
   * The oversight committee adjusts a milestone that is not met yet.
   *
   * @param target the new target; may be the old one
   * @param dueOn today or later
   * @param why the committee's reason
   * @throws app.chancery.platform.refusal.Refused if it is met already or the new day lies in the
   *     past; fields {@code milestone}, {@code milestoneTarget}, {@code milestoneDueOn}
   */
  public void adjust(Milestone milestone, String target, LocalDate dueOn, String why) {
    milestones.adjust(milestone.programme(), milestone.id(), target, dueOn, why);
  }
}
