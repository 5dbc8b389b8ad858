package app.chancery.platform.engine;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import java.time.LocalTime;
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
  private static final LocalTime END_OF_DAY = LocalTime.of(18, 0);

  private final DecisionTables tables;
  private final Days calendar;
  private final WorkingDays workingDays;

  Deadlines(DecisionTables tables, Days calendar, WorkingDays workingDays) {
    this.tables = tables;
    this.calendar = calendar;
    this.workingDays = workingDays;
  }

  /** When a task that opens now is due: at the end of the last of its working days. */
  Date dueDate(String activity) {
    int days = ((Number) row(activity).get("dueDays")).intValue();
    return Date.from(calendar.at(workingDays.after(calendar.today(), days), END_OF_DAY));
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
}
