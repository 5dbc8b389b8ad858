package app.chancery.oversight;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.time.WorkingDays;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Until when the committee has to decide: the same policy row that dates its task. */
@Component
class DecisionDeadline {

  static final String TASK = "userTask_decideReview";

  private final DecisionTables tables;
  private final WorkingDays workingDays;

  DecisionDeadline(DecisionTables tables, WorkingDays workingDays) {
    this.tables = tables;
    this.workingDays = workingDays;
  }

  /** The last day in time for a review that opens on the given day. */
  LocalDate from(LocalDate opened) {
    Object days = tables.one("deadlines", Map.of("activity", TASK)).get("dueDays");
    return workingDays.after(opened, ((Number) days).intValue());
  }
}
