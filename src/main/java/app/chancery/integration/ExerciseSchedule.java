package app.chancery.integration;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Plans the joint exercises of a programme, by calendar quarter, and carries out what is decided.
 */
@Service
public class ExerciseSchedule {

  private static final String TABLE = "exercise-plan";

  private final PlannedExercises exercises;
  private final Days days;
  private final Phases phases;
  private final IntegrationPolicy policy;
  private final WorkingDays workingDays;
  private final DecisionTables tables;
  private final Programmes programmes;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;

  ExerciseSchedule(
      PlannedExercises exercises,
      Days days,
      Phases phases,
      IntegrationPolicy policy,
      WorkingDays workingDays,
      DecisionTables tables,
      Programmes programmes,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices) {
    this.exercises = exercises;
    this.days = days;
    this.phases = phases;
    this.policy = policy;
    this.workingDays = workingDays;
    this.tables = tables;
    this.programmes = programmes;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
  }

  /**
   * Plans the exercises of every phase: for each calendar quarter that the phase covers long enough
   * those that the policy table gives, spread evenly over the covered part. Planned once for each
   * package; what people changed since stays.
   *
   * @throws app.chancery.platform.decisions.NoRuleMatched if the table gives a quarter no exercise
   */
  public void plan(String programme) {
    phases.of(programme).stream()
        .filter(phase -> !exercises.werePlanned(phase))
        .forEach(
            phase -> {
              List<Window> quarters = phase.planned().quarters(policy.leastDaysInQuarter());
              for (int number = 1; number <= quarters.size(); number++) {
                plan(phase, number, quarters.get(number - 1));
              }
            });
  }

  /** Files the schedule as a draft of its deliverable. */
  public void compile(String programme) {
    deliverables.draft(
        programme, DeliverableKind.JOINT_EXERCISE_SCHEDULE, document(programme).document());
  }

  /**
   * Carries out what the military staff decided: confirms the schedule, or changes one exercise.
   *
   * @return whether the schedule is confirmed
   * @throws app.chancery.platform.refusal.Refused if the decision lacks something; fields as its
   *     components
   */
  public boolean decide(String programme, ScheduleDecision decision) {
    List<Phase> all = phases.of(programme);
    decision.check(exercises.of(programme), all, days.today()).refuseIfAny();
    switch (decision.answer()) {
      case CONFIRM -> confirm(programme);
      case MOVE -> move(programme, all, decision);
      case DROP -> drop(programme, decision);
      case ADD -> add(programme, all, decision);
    }
    return decision.answer() == ScheduleDecision.Answer.CONFIRM;
  }

  private void plan(Phase phase, int quarter, Window window) {
    List<Map<String, Object>> given =
        tables.all(
            TABLE, Map.of("instrument", phase.instrument().code(), "quarterOfPhase", quarter));
    List<LocalDate> days = window.spread(given.size());
    for (int number = 0; number < given.size(); number++) {
      Map<String, Object> exercise = given.get(number);
      exercises.add(
          phase,
          PlannedExercise.in(
              phase,
              workingDays.onOrAfter(days.get(number)),
              (String) exercise.get("exercise"),
              (String) exercise.get("standard"),
              (String) exercise.get("participants")));
    }
  }

  private void confirm(String programme) {
    ScheduleDocument confirmed = document(programme);
    deliverables.approve(programme, DeliverableKind.JOINT_EXERCISE_SCHEDULE);
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("exerciseSchedule.jointExerciseScheduleConfirmed"),
        Words.counted(
            "schedule.confirmed", confirmed.exercises().size(), confirmed.phases().size()));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.SCHEDULE_CONFIRMED,
            programme,
            Step.INTEGRATION.folder(),
            NoticePlace.programme(),
            confirmed.summary()));
  }

  private void move(String programme, List<Phase> all, ScheduleDecision decision) {
    PlannedExercise before = exercises.find(programme, decision.exercise()).orElseThrow();
    PlannedExercise moved =
        before.movedTo(decision.exerciseDate(), decision.phaseOfItsDay(all).orElseThrow());
    exercises.redate(moved);
    record(
        programme,
        Words.of("exerciseSchedule.exerciseMovedFromTo")
            .formatted(
                before.name(), Dates.words(before.plannedOn()), Dates.words(moved.plannedOn())),
        decision);
  }

  private void drop(String programme, ScheduleDecision decision) {
    PlannedExercise dropped = exercises.find(programme, decision.exercise()).orElseThrow();
    exercises.drop(dropped);
    record(
        programme,
        Words.of("exerciseSchedule.exerciseDroppedOf")
            .formatted(dropped.name(), Dates.words(dropped.plannedOn())),
        decision);
  }

  private void add(String programme, List<Phase> all, ScheduleDecision decision) {
    Phase phase = decision.phaseOfItsDay(all).orElseThrow();
    exercises.add(phase, decision.newExercise(phase));
    record(
        programme,
        Words.of("exerciseSchedule.exerciseAddedOn")
            .formatted(decision.exerciseName(), Dates.words(decision.exerciseDate())),
        decision);
  }

  private void record(String programme, String what, ScheduleDecision decision) {
    decisions.record(programme, Step.INTEGRATION.folder(), what, decision.reason());
  }

  private ScheduleDocument document(String programme) {
    return new ScheduleDocument(
        programmes.get(programme), phases.of(programme), exercises.of(programme));
  }
}
