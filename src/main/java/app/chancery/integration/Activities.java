package app.chancery.integration;

import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.records.alliance.Allies;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The exercises, workshops and intelligence-sharing events that took place. */
@Service
public class Activities {

  private static final int LONGEST_NAME = 4000;

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;
  private final Programmes programmes;
  private final PlannedExercises exercises;
  private final Allies allies;

  Activities(
      JdbcClient db,
      Clock clock,
      Days days,
      Author author,
      Programmes programmes,
      PlannedExercises exercises,
      Allies allies) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
    this.programmes = programmes;
    this.exercises = exercises;
    this.allies = allies;
  }

  /** What took place for a programme, by date. */
  public List<Activity> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  public Map<String, List<Activity>> ofEach(Collection<String> programmes) {
    return db
        .sql(
            """
            select id, programme, kind, name, held_on, participants, standard, source,
              planned_exercise, recorded_by, recorded_at
            from activity where programme in (:programmes) order by held_on, id
            """)
        .param("programmes", programmes)
        .query(Activities::map)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Activity::programme));
  }

  /**
   * Records that something took place. An activity that was planned takes its name and its standard
   * from the schedule where the report gives none.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended or is suspended
   * @throws app.chancery.platform.refusal.Refused naming everything that is missing or wrong
   */
  @Transactional
  public Activity record(String programme, NewActivity reported) {
    // Whoever reports the same exercise at this moment finds that it was held.
    refuseUnlessActive(programmes.lock(programme));
    Faults faults = new Faults();
    NewActivity activity = asPlanned(programme, reported, faults);
    LocalDate date = check(activity, faults);
    faults.refuseIfAny();
    db.sql(
            """
            insert into activity (programme, kind, name, held_on, participants, standard, source,
              planned_exercise, recorded_by, recorded_at)
            values (:programme, :kind, :name, :on, :participants, :standard, :source, :planned,
              :by, :at)
            """)
        .param("programme", programme)
        .param("kind", ActivityKind.of(activity.kind()).orElseThrow().name())
        .param("name", activity.name().strip())
        .param("on", date)
        .param("participants", String.join("\n", activity.participants()))
        .param("standard", activity.standard())
        .param("source", activity.source())
        .param("planned", activity.plannedExercise())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
    return of(programme).stream()
        .reduce((one, other) -> one.id() > other.id() ? one : other)
        .orElseThrow();
  }

  /**
   * What is wrong with a report, whichever programme it is of; of an exercise that was planned,
   * only that programme's can tell.
   */
  public Faults faults(NewActivity reported) {
    Faults faults = new Faults();
    if (reported.plannedExercise() == null) {
      check(reported, faults);
    }
    return faults;
  }

  static void refuseUnlessActive(Programme programme) {
    if (programme.status() != Programme.Status.ACTIVE) {
      throw new Conflict(
          "programme",
          Words.of("activities.is")
              .formatted(
                  programme.key(),
                  programme.status() == Programme.Status.ENDED
                      ? Words.of("activities.ended")
                      : Words.of("activities.suspended")));
    }
  }

  private NewActivity asPlanned(String programme, NewActivity reported, Faults faults) {
    if (reported.plannedExercise() == null) {
      return reported;
    }
    Optional<PlannedExercise> planned = exercises.find(programme, reported.plannedExercise());
    faults.check(
        planned.isPresent() && planned.get().heldOn() == null,
        "plannedExercise",
        Words.of("activities.isNotAnExerciseOfThe"));
    return planned.map(exercise -> exercise.asHeld(reported)).orElse(reported);
  }

  private LocalDate check(NewActivity activity, Faults faults) {
    Optional<ActivityKind> kind = Optional.ofNullable(activity.kind()).flatMap(ActivityKind::of);
    faults.check(kind.isPresent(), "kind", Coded.oneOf(ActivityKind.class));
    faults.check(isText(activity.name()), "name", Words.of("form.required"));
    faults.check(
        activity.name() == null || activity.name().length() <= LONGEST_NAME,
        "name",
        Words.of("activities.isLongerThanCharacters").formatted(LONGEST_NAME));
    faults.check(
        activity.participants() != null
            && !activity.participants().isEmpty()
            && activity.participants().stream().allMatch(Activities::isText),
        "participants",
        Words.of("activities.namesAtLeastOneParticipantAnd"));
    faults.check(
        kind.filter(ActivityKind.EXERCISE::equals).isEmpty() || isText(activity.standard()),
        "standard",
        Words.of("activities.isRequiredAnExerciseServesA"));
    faults.check(isText(activity.source()), "source", Words.of("form.required"));
    checkLines(activity, faults);
    return PastDate.of("date", activity.date(), allies.founded(), days.today(), faults);
  }

  private static void checkLines(NewActivity activity, Faults faults) {
    checkLine(activity.name(), "name", faults);
    checkLine(activity.standard(), "standard", faults);
    if (activity.participants() != null) {
      activity.participants().forEach(each -> checkLine(each, "participants", faults));
    }
  }

  private static void checkLine(String text, String field, Faults faults) {
    if (isText(text)) {
      PlainText.checkLine(text, field, faults);
    }
  }

  private static boolean isText(String text) {
    return text != null && !text.isBlank();
  }

  private static Activity map(ResultSet row, int number) throws SQLException {
    return new Activity(
        row.getLong("id"),
        row.getString("programme"),
        ActivityKind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getObject("held_on", LocalDate.class),
        List.of(row.getString("participants").split("\n")),
        row.getString("standard"),
        row.getString("source"),
        row.getObject("planned_exercise", Long.class),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
