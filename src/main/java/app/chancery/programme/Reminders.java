package app.chancery.programme;

import app.chancery.platform.briefing.LateTask;
import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.words.Words;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Reminders of tasks that wait, and escalations of those that do so in spite of it. Whom the office
 * tells, and of what, is in the policy table {@code deadlines}, beside the time after which it
 * does.
 */
@Service
public class Reminders {

  private static final String TABLE = "deadlines";

  /** What a line of the table leaves open. */
  private static final String ABOUT = "{about}";

  private final Programmes programmes;
  private final DecisionTables tables;
  private final Notices notices;

  Reminders(Programmes programmes, DecisionTables tables, Notices notices) {
    this.programmes = programmes;
    this.tables = tables;
    this.notices = notices;
  }

  /** Reminds of a task, which is about its candidate, in the words that are the same for all. */
  public void remind(LateTask task) {
    remind(task, called(task), inWords("notice.taskWaits", task));
  }

  /**
   * Reminds of a task of which its step has more to say.
   *
   * @param about what the task is about, for the line of the table
   * @throws IllegalStateException if the table does not say whom to remind of it
   */
  public void remind(LateTask task, String about, String text) {
    tell(
        task,
        NoticeKind.TASK_WAITS,
        task.id().map(NoticePlace::task).orElseGet(NoticePlace::programme),
        "reminded",
        "reminder",
        about,
        text);
  }

  /** Tells those above of a task, which is about its candidate. */
  public void escalate(LateTask task) {
    escalate(task, inWords("notice.taskOverdue", task));
  }

  /** Tells those above of a task, about its candidate, of which its step has more to say. */
  public void escalate(LateTask task, String text) {
    escalate(task, called(task), text);
  }

  /**
   * Tells those above of a task of which its step has more to say. They are led to the programme:
   * not everybody who is told may open the task.
   *
   * @param about what the task is about, for the line of the table
   * @throws IllegalStateException if the table does not say whom to tell of it
   */
  public void escalate(LateTask task, String about, String text) {
    tell(task, NoticeKind.TASK_OVERDUE, NoticePlace.programme(), "told", "escalation", about, text);
  }

  private void tell(
      LateTask task,
      NoticeKind kind,
      NoticePlace place,
      String groups,
      String line,
      String about,
      String text) {
    Map<String, Object> row = tables.one(TABLE, Map.of("activity", task.key()));
    notices.tell(
        Message.of(
            kind,
            task.programme(),
            cell(row, "step", task),
            place,
            cell(row, line, task).replace(ABOUT, about),
            text),
        List.of(cell(row, groups, task).split(",\\s*")));
  }

  private static String cell(Map<String, Object> row, String column, LateTask task) {
    return Optional.ofNullable((String) row.get(column))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The table %s has no '%s' for %s".formatted(TABLE, column, task.key())));
  }

  private String inWords(String key, LateTask task) {
    return Words.of(key).formatted(task.name(), called(task));
  }

  private String called(LateTask task) {
    return programmes.get(task.programme()).called();
  }
}
