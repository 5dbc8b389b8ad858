package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.platform.time.Days;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final String ONE_PROGRAMME =
      ", counted as (select * from programme where programme_key = :programme) ";

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
   * @param programme null for all
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Count count(String programme, List<Quarter> quarters) {
    Count count = new Count(OffsetDateTime.now(clock), new HashMap<>());
    quarters.forEach(quarter -> count.tallies().put(quarter, new LinkedHashMap<>()));
    Statements.BY_MEASURE.forEach(
        (measure, statement) -> run(programme, measure, statement, count));
    return count;
  }

  /** When the first programme was opened; empty if there is none. */
  Optional<OffsetDateTime> firstOpening() {
    return db.sql("select min(opened_at) from programme").query(OffsetDateTime.class).optional();
  }

  private void run(String programme, String measure, String statement, Count count) {
    Map<String, Object> parameters = new HashMap<>();
    String tables =
        quarters(count.tallies().keySet(), parameters)
            + (programme == null ? ALL_PROGRAMMES : ONE_PROGRAMME);
    if (programme != null) {
      parameters.put("programme", programme);
    }
    parameters.put("today", days.today());
    parameters.put("zone", days.zone().getId());
    db.sql(tables + statement).params(parameters).query(add(measure, count.tallies()));
  }

  private static RowCallbackHandler add(String measure, Map<Quarter, Map<String, Tally>> tallies) {
    return row -> {
      Map<String, Tally> quarter = tallies.get(Quarter.parse(row.getString("quarter")));
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
