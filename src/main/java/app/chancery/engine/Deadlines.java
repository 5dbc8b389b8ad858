package app.chancery.engine;

import app.chancery.decisions.DecisionTables;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * When tasks are due and when the office reminds and escalates: the policy table {@code deadlines},
 * which has one row for each user task.
 */
@Component
class Deadlines {

  private static final String TABLE = "deadlines";

  private final DecisionTables tables;
  private final Clock clock;

  Deadlines(DecisionTables tables, Clock clock) {
    this.tables = tables;
    this.clock = clock;
  }

  /** When a task that opens now is due: at the end of the last of its working days. */
  Date dueDate(String activity) {
    int days = ((Number) row(activity).get("dueDays")).intValue();
    return Date.from(
        workingDaysFrom(LocalDate.now(clock), days)
            .atTime(LocalTime.of(18, 0))
            .toInstant(ZoneOffset.UTC));
  }

  /** The ISO 8601 duration after which the office reminds those who should do the task. */
  Optional<String> remindAfter(String activity) {
    return Optional.ofNullable((String) row(activity).get("remindAfter"));
  }

  /** The ISO 8601 duration after which the office turns to those above them. */
  Optional<String> escalateAfter(String activity) {
    return Optional.ofNullable((String) row(activity).get("escalateAfter"));
  }

  private Map<String, Object> row(String activity) {
    return tables.one(TABLE, Map.of("activity", activity));
  }

  private static LocalDate workingDaysFrom(LocalDate start, int days) {
    LocalDate day = start;
    for (int counted = 0; counted < days; ) {
      day = day.plusDays(1);
      if (day.getDayOfWeek().getValue() <= 5) {
        counted++;
      }
    }
    return day;
  }
}
