package app.chancery.integration;

import static app.chancery.deliverables.Document.row;
import static java.util.stream.Collectors.toList;

import app.chancery.alliance.WorkingDays;
import app.chancery.decisions.DecisionTables;
import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.deliverables.Document;
import app.chancery.deliverables.Document.Day;
import app.chancery.deliverables.Document.Section;
import app.chancery.deliverables.Picture;
import app.chancery.deliverables.Picture.Lane;
import app.chancery.deliverables.Picture.Moment;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.refusal.Faults;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The joint exercises of all programmes as they are planned, by calendar quarter. */
@Service
public class ExerciseSchedule {

  private static final String STEP = "integration";
  private static final String TABLE = "exercise-plan";
  private static final String NO_EXERCISE = "No joint exercise is planned.";

  private final JdbcClient db;
  private final Clock clock;
  private final Phases phases;
  private final IntegrationPolicy policy;
  private final WorkingDays workingDays;
  private final DecisionTables tables;
  private final Programmes programmes;
  private final Deliverables deliverables;
  private final DecisionRecords decisions;
  private final Notices notices;

  ExerciseSchedule(
      JdbcClient db,
      Clock clock,
      Phases phases,
      IntegrationPolicy policy,
      WorkingDays workingDays,
      DecisionTables tables,
      Programmes programmes,
      Deliverables deliverables,
      DecisionRecords decisions,
      Notices notices) {
    this.db = db;
    this.clock = clock;
    this.phases = phases;
    this.policy = policy;
    this.workingDays = workingDays;
    this.tables = tables;
    this.programmes = programmes;
    this.deliverables = deliverables;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** The exercises planned for the newest package under which integration was prepared, by date. */
  public List<PlannedExercise> of(String programme) {
    return db.sql(
            """
            select p.id, p.phase_id, p.planned_on, p.name, p.standard, p.participants,
              (select min(a.held_on) from activity a where a.planned_exercise = p.id) as held_on
            from planned_exercise p
            where p.programme = :programme and p.dropped = false and p.package_id =
              (select max(package_id) from planned_exercise where programme = :programme)
            order by p.planned_on, p.id
            """)
        .param("programme", programme)
        .query(ExerciseSchedule::exercise)
        .list();
  }

  /** The days for which several programmes have planned exercises, by programme. */
  public Map<String, List<LocalDate>> daysOfEach(Collection<String> programmes) {
    return db
        .sql(
            """
            select programme, planned_on from planned_exercise p
            where programme in (:programmes) and dropped = false and package_id =
              (select max(package_id) from planned_exercise newest
               where newest.programme = p.programme)
            """)
        .param("programmes", programmes)
        .query(
            (row, number) ->
                Map.entry(row.getString("programme"), row.getObject("planned_on", LocalDate.class)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, toList())));
  }

  /** Those of one phase, by date. */
  public List<PlannedExercise> of(Phase phase) {
    return of(phase.programme()).stream().filter(each -> each.phaseId() == phase.id()).toList();
  }

  public Optional<PlannedExercise> find(String programme, long id) {
    return of(programme).stream().filter(exercise -> exercise.id() == id).findFirst();
  }

  /**
   * Plans the exercises of every phase: for each calendar quarter that the phase covers long enough
   * those that the policy table gives, spread evenly over the covered part. Planned once for each
   * package; what people changed since stays.
   *
   * @throws app.chancery.decisions.NoRuleMatched if the table gives a quarter no exercise
   */
  public void plan(String programme) {
    phases.of(programme).stream()
        .filter(phase -> plannedEver(phase) == 0)
        .forEach(
            phase -> {
              List<Window> quarters = quarters(phase.plannedFrom(), phase.plannedTo());
              for (int number = 1; number <= quarters.size(); number++) {
                plan(phase, number, quarters.get(number - 1));
              }
            });
  }

  /** Files the schedule as a draft of its deliverable. */
  public void compile(String programme) {
    deliverables.draft(programme, DeliverableKind.JOINT_EXERCISE_SCHEDULE, document(programme));
  }

  /**
   * Carries out what the military staff decided: confirms the schedule, or changes one exercise.
   *
   * @return whether the schedule is confirmed
   * @throws app.chancery.refusal.Refused if the decision lacks something; fields as its components
   */
  public boolean decide(String programme, ScheduleDecision decision) {
    check(programme, decision).refuseIfAny();
    switch (decision.answer()) {
      case CONFIRM -> confirm(programme);
      case MOVE -> move(programme, decision);
      case DROP -> drop(programme, decision);
      case ADD -> add(programme, decision);
    }
    return decision.answer() == ScheduleDecision.Answer.CONFIRM;
  }

  private void confirm(String programme) {
    deliverables.approve(programme, DeliverableKind.JOINT_EXERCISE_SCHEDULE);
    decisions.record(
        programme,
        STEP,
        "Joint exercise schedule confirmed",
        "%d exercises planned in %d phases"
            .formatted(of(programme).size(), phases.of(programme).size()));
    notices.tellAllAllies(
        programme,
        STEP,
        "Joint exercise schedule: " + programmes.get(programme).name(),
        summary(programme));
  }

  private void move(String programme, ScheduleDecision decision) {
    PlannedExercise before = find(programme, decision.exercise()).orElseThrow();
    db.sql("update planned_exercise set planned_on = :on, phase_id = :phase where id = :id")
        .param("on", decision.exerciseDate())
        .param("phase", phaseOn(programme, decision.exerciseDate()).orElseThrow().id())
        .param("id", decision.exercise())
        .update();
    decisions.record(
        programme,
        STEP,
        "Exercise moved: %s, from %s to %s"
            .formatted(before.name(), before.plannedOn(), decision.exerciseDate()),
        decision.reason());
  }

  private void drop(String programme, ScheduleDecision decision) {
    PlannedExercise before = find(programme, decision.exercise()).orElseThrow();
    db.sql("update planned_exercise set dropped = true where id = :id")
        .param("id", decision.exercise())
        .update();
    decisions.record(
        programme,
        STEP,
        "Exercise dropped: %s of %s".formatted(before.name(), before.plannedOn()),
        decision.reason());
  }

  private void add(String programme, ScheduleDecision decision) {
    insert(
        phaseOn(programme, decision.exerciseDate()).orElseThrow(),
        decision.exerciseDate(),
        decision.exerciseName(),
        decision.exerciseStandard(),
        decision.exerciseParticipants());
    decisions.record(
        programme,
        STEP,
        "Exercise added: %s on %s".formatted(decision.exerciseName(), decision.exerciseDate()),
        decision.reason());
  }

  private Faults check(String programme, ScheduleDecision decision) {
    Faults faults = new Faults();
    boolean confirms = decision.answer() == ScheduleDecision.Answer.CONFIRM;
    boolean drops = decision.answer() == ScheduleDecision.Answer.DROP;
    boolean adds = decision.answer() == ScheduleDecision.Answer.ADD;
    faults.check(confirms || !blank(decision.reason()), "reason", "is required for a change");
    faults.check(
        confirms
            || adds
            || decision.exercise() != null && find(programme, decision.exercise()).isPresent(),
        "exercise",
        "must be an exercise of the schedule");
    faults.check(
        confirms
            || drops
            || decision.exerciseDate() != null
                && phaseOn(programme, decision.exerciseDate()).isPresent(),
        "exerciseDate",
        "must be a day within one of the phases");
    faults.check(
        confirms
            || drops
            || decision.exerciseDate() == null
            || !decision.exerciseDate().isBefore(LocalDate.now(clock)),
        "exerciseDate",
        "must not be in the past");
    faults.check(!adds || !blank(decision.exerciseName()), "exerciseName", "is required");
    faults.check(
        !adds || !blank(decision.exerciseStandard()),
        "exerciseStandard",
        "is required: an exercise serves a standard");
    faults.check(
        !adds || !blank(decision.exerciseParticipants()), "exerciseParticipants", "is required");
    return faults;
  }

  private Optional<Phase> phaseOn(String programme, LocalDate day) {
    return phases.of(programme).stream()
        .filter(phase -> !day.isBefore(phase.plannedFrom()) && !day.isAfter(phase.plannedTo()))
        .reduce((earlier, later) -> later);
  }

  private long plannedEver(Phase phase) {
    return db.sql("select count(*) from planned_exercise where phase_id = :phase")
        .param("phase", phase.id())
        .query(Long.class)
        .single();
  }

  private void plan(Phase phase, int quarter, Window window) {
    List<Map<String, Object>> exercises =
        tables.all(
            TABLE, Map.of("instrument", phase.instrument().code(), "quarterOfPhase", quarter));
    for (int number = 1; number <= exercises.size(); number++) {
      Map<String, Object> exercise = exercises.get(number - 1);
      insert(
          phase,
          workingDays.onOrAfter(window.part(number, exercises.size() + 1)),
          (String) exercise.get("exercise"),
          (String) exercise.get("standard"),
          (String) exercise.get("participants"));
    }
  }

  private void insert(
      Phase phase, LocalDate on, String name, String standard, String participants) {
    db.sql(
            """
            insert into planned_exercise (programme, package_id, phase_id, planned_on, name,
              standard, participants, dropped)
            values (:programme, :packageId, :phase, :on, :name, :standard, :participants, false)
            """)
        .param("programme", phase.programme())
        .param("packageId", phase.packageId())
        .param("phase", phase.id())
        .param("on", on)
        .param("name", name)
        .param("standard", standard)
        .param("participants", participants)
        .update();
  }

  /** The calendar quarters of a time span, each cut to the span, without those too short. */
  private List<Window> quarters(LocalDate from, LocalDate to) {
    return Stream.iterate(
            from.with(IsoFields.DAY_OF_QUARTER, 1),
            start -> !start.isAfter(to),
            start -> start.plusMonths(3))
        .map(start -> Window.cut(start, start.plusMonths(3).minusDays(1), from, to))
        .filter(window -> window.days() >= policy.leastDaysInQuarter())
        .toList();
  }

  private Document document(String programme) {
    List<Phase> all = phases.of(programme);
    return Document.titled(
            "Joint exercise schedule: " + programmes.get(programme).name(), summary(programme))
        .with(
            Section.headed("Phases")
                .showing(picture(all))
                .table(
                    "Phases of integration",
                    List.of("No.", "Instrument", "Planned from", "Planned to", "Exercises"),
                    all,
                    phase ->
                        row(
                            phase.number(),
                            phase.instrument().title(),
                            phase.plannedFrom(),
                            phase.plannedTo(),
                            of(phase).size()),
                    "No phase is planned."))
        .with(byQuarter(programme, all))
        .with(
            Section.headed("What the exercises serve")
                .table(
                    "Exercises by standard",
                    List.of("Standard", "Exercises"),
                    standards(programme),
                    NO_EXERCISE))
        .on(days(programme));
  }

  /** Under the names that the calendar feed has for them, so that none is in a calendar twice. */
  private List<Day> days(String programme) {
    String candidate = programmes.get(programme).name();
    return of(programme).stream()
        .map(
            each ->
                new Day(
                    "exercise-%d@chancery".formatted(each.id()),
                    each.plannedOn(),
                    "Joint exercise: %s, %s".formatted(each.name(), candidate),
                    "Serves %s. Programme %s.".formatted(each.standard(), programme)))
        .toList();
  }

  private Section byQuarter(String programme, List<Phase> all) {
    Map<Long, Integer> numbers = all.stream().collect(Collectors.toMap(Phase::id, Phase::number));
    Map<String, List<PlannedExercise>> quarters =
        of(programme).stream()
            .collect(Collectors.groupingBy(PlannedExercise::quarter, TreeMap::new, toList()));
    Section section = Section.headed("Exercises by quarter");
    if (quarters.isEmpty()) {
      return section.saying(NO_EXERCISE);
    }
    for (Map.Entry<String, List<PlannedExercise>> quarter : quarters.entrySet()) {
      section =
          section.table(
              quarter.getKey(),
              List.of("Day", "Exercise", "Who takes part", "Standard served", "Phase"),
              quarter.getValue(),
              each ->
                  row(
                      each.plannedOn(),
                      each.name(),
                      each.participants() == null ? "not recorded" : each.participants(),
                      each.standard(),
                      numbers.get(each.phaseId())),
              NO_EXERCISE);
    }
    return section;
  }

  private Picture picture(List<Phase> all) {
    return new Picture.Timeline(
        "Phases and their exercises in time",
        null,
        all.stream()
            .flatMap(
                phase ->
                    Stream.of(
                        Lane.spanning(
                            "Phase %d: %s".formatted(phase.number(), phase.instrument().title()),
                            phase.plannedFrom(),
                            phase.plannedTo()),
                        new Lane(
                            "Exercises of phase " + phase.number(),
                            List.of(),
                            of(phase).stream()
                                .map(each -> new Moment(each.plannedOn(), each.heldOn() != null))
                                .toList())))
            .toList());
  }

  private List<List<String>> standards(String programme) {
    return of(programme).stream()
        .collect(
            Collectors.groupingBy(PlannedExercise::standard, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .toList();
  }

  private String summary(String programme) {
    List<PlannedExercise> planned = of(programme);
    return planned.isEmpty()
        ? NO_EXERCISE
        : "%d joint exercises are planned from %s to %s."
            .formatted(
                planned.size(),
                planned.get(0).plannedOn(),
                planned.get(planned.size() - 1).plannedOn());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  /** A span of days, both ends included. */
  private record Window(LocalDate from, LocalDate to) {

    static Window cut(LocalDate from, LocalDate to, LocalDate earliest, LocalDate latest) {
      return new Window(
          from.isBefore(earliest) ? earliest : from, to.isAfter(latest) ? latest : to);
    }

    long days() {
      return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** The day at which that many of so many equal parts have passed. */
    LocalDate part(int number, int parts) {
      return from.plusDays(days() * number / parts);
    }
  }

  private static PlannedExercise exercise(ResultSet row, int number) throws SQLException {
    return new PlannedExercise(
        row.getLong("id"),
        row.getLong("phase_id"),
        row.getObject("planned_on", LocalDate.class),
        row.getString("name"),
        row.getString("standard"),
        row.getString("participants"),
        row.getObject("held_on", LocalDate.class));
  }
}
