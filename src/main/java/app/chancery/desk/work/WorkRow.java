package app.chancery.desk.work;

import app.chancery.programme.Step;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An open task in the file of a list.
 *
 * @param key of its programme; null if it belongs to none
 * @param name of the candidate; null with it
 * @param dueAt null if it has no due date
 * @param holder the name of whoever has it; null if nobody has
 * @param groups the names of those who may take it
 * @param suspended whether it waits because the programme does
 */
record WorkRow(
    String key,
    String name,
    Step step,
    String task,
    OffsetDateTime dueAt,
    boolean overdue,
    String holder,
    List<String> groups,
    OffsetDateTime openedAt,
    boolean suspended) {

  static WorkRow of(WorkItem item) {
    Due due = item.due();
    return new WorkRow(
        item.programme(),
        item.candidate(),
        item.step(),
        item.what(),
        due == null ? null : due.at(),
        due != null && due.overdue(),
        item.holder(),
        item.groups(),
        item.openedAt(),
        item.stands());
  }
}
