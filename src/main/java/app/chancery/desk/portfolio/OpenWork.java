package app.chancery.desk.portfolio;

import java.time.LocalDate;
import java.util.List;

/** What waits for people. */
public interface OpenWork {

  /** The open tasks of a programme, oldest first; equal ones of several groups are one line. */
  List<Work> of(String programme);

  /**
   * @param groups who may take it, in words
   * @param dueOn null if it has no due date
   * @param overdue whether the day has passed
   */
  record Work(String task, String groups, LocalDate dueOn, boolean overdue) {}
}
