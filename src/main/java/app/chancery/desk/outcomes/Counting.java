package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.platform.time.Days;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is recorded, with one statement a measure over all programmes and quarters at once.
 */
@Component
class Counting {

  /** A row of the table of quarters; {@code #} is its number. */
  private static final String QUARTER =
      """
      (cast(:quarter# as varchar(7)), cast(:firstDay# as date), cast(:nextDay# as date),
       cast(:begins# as timestamp with time zone), cast(:ends# as timestamp with time zone))""";

  private static final String ALL_PROGRAMMES = ", counted as (select * from programme) ";
  private static final String SOME_PROGRAMMES =
      ", counted as (select * from programme where programme_key in (:programmes)) ";

  private final JdbcClient db;
  private final ReviewCalendar calendar;
  private final Clock clock;
  private final Days days;

  Counting(JdbcClient db, ReviewCalendar calendar, Clock clock, Days days) {
    this.db = db;
    this.calendar = calendar;
    this.clock = clock;
    this.days = days;
  }

  /**
   * Counts now; all measures show the same moment, whatever is recorded meanwhile.
   *
   * @param programmes the keys of those that count; none for all
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Count count(List<String> programmes, List<Quarter> quarters) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    Map<String, List<StepEntry>> stays = new HashMap<>();
    ask(programmes, quarters, Statements.STAYS)
        .query(
            row -> {
              stays
                  .computeIfAbsent(row.getString("programme"), first -> new ArrayList<>())
                  .add(
                      new StepEntry(
                          Step.valueOf(row.getString("step")),
                          row.getObject("entered_at", OffsetDateTime.class),
                          row.getObject("left_at", OffsetDateTime.class)));
            });
    Count count =
        Count.at(
            now,
            quarters,
            ask(programmes, quarters, Statements.COURSES)
                .query((row, number) -> course(row, now, stays))
                .list());
    Statements.BY_MEASURE.forEach(
        (measure, statement) -> ask(programmes, quarters, statement).query(add(measure, count)));
    return count;
  }

  private Course course(ResultSet row, OffsetDateTime now, Map<String, List<StepEntry>> stays)
      throws SQLException {
    String key = row.getString("programme_key");
    OffsetDateTime opened = row.getObject("opened_at", OffsetDateTime.class);
    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Course(
        key,
        row.getString("name"),
        Optional.ofNullable(row.getString("tier")).map(Tier::valueOf).orElse(null),
        opened,
        ended,
        quarterOf(opened),
        ended == null ? null : quarterOf(ended),
        quarterOf(row.getObject("first_planned", LocalDate.class)),
        quarterOf(row.getObject("last_planned", LocalDate.class)),
        StepDays.of(opened, ended == null ? now : ended, stays.getOrDefault(key, List.of())));
  }

  private Quarter quarterOf(OffsetDateTime moment) {
    return calendar.quarterAt(moment.toInstant());
  }

  private static Quarter quarterOf(LocalDate day) {
    return day == null ? null : Quarter.of(day);
  }

  /** When the first programme was opened; empty if there is none. */
  Optional<OffsetDateTime> firstOpening() {
    return db.sql("select min(opened_at) from programme").query(OffsetDateTime.class).optional();
  }

  private JdbcClient.StatementSpec ask(
      List<String> programmes, List<Quarter> quarters, String statement) {
    Map<String, Object> parameters = new HashMap<>();
    String tables =
        quarters(quarters, parameters) + (programmes.isEmpty() ? ALL_PROGRAMMES : SOME_PROGRAMMES);
    if (!programmes.isEmpty()) {
      parameters.put("programmes", programmes);
    }
    parameters.put("today", days.today());
    parameters.put("zone", days.zone().getId());
    return db.sql(tables + statement).params(parameters);
  }

  private static RowCallbackHandler add(String measure, Count count) {
    return row -> {
      Quarter at = Quarter.parse(row.getString("quarter"));
      Map<String, Tally> quarter = count.tallies().get(at);
      String tier =
          Optional.ofNullable(row.getString("tier"))
              .map(name -> Tier.valueOf(name).code())
              .orElse(Count.NOT_SETTLED);
      String label = row.getString("label");
      boolean retention = measure.equals("retention");
      for (String group : List.of("", tier)) {
        quarter
            .computeIfAbsent(group, first -> new Tally())
            .add(
                retention ? measure + " " + row.getString("state") : measure,
                retention ? Instrument.valueOf(label).code() : label,
                row.getLong("number"),
                row.getDouble("total"));
      }
      if (Statements.BY_PROGRAMME.contains(measure)) {
        count
            .ofProgrammes()
            .get(at)
            .computeIfAbsent(row.getString("programme"), first -> new Tally())
            .add(measure, label, row.getLong("number"), row.getDouble("total"));
      }
    };
  }

  /** The quarters as a table, with their days and, in the committee's zone, first moments. */
  private String quarters(Collection<Quarter> quarters, Map<String, Object> parameters) {
    List<String> rows = new ArrayList<>();
    for (Quarter quarter : quarters) {
      String number = String.valueOf(rows.size());
      parameters.put("quarter" + number, quarter.toString());
      parameters.put("firstDay" + number, quarter.firstDay());
      parameters.put("nextDay" + number, quarter.next().firstDay());
      parameters.put("begins" + number, calendar.beginningOf(quarter));
      parameters.put("ends" + number, calendar.beginningOf(quarter.next()));
      rows.add(QUARTER.replace("#", number));
    }
    return "with quarters (quarter, first_day, next_day, begins, ends) as (values "
        + String.join(", ", rows)
        + ")";
  }
}
