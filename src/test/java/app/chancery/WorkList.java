package app.chancery;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.time.Days;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.StaffScript;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/**
 * The open tasks as the tests of the processes see and do them; injected in an {@link OfficeTest}.
 */
@Lazy
@TestComponent
public final class WorkList {

  private final Office office;
  private final Days days;

  WorkList(Office office, Days days) {
    this.office = office;
    this.days = days;
  }

  /**
   * The oldest open task of that kind.
   *
   * @param key the element id of the user task
   * @throws AssertionError if there is none, with those that there are
   */
  public OpenTask task(String key) {
    return tasks(key).stream()
        .findFirst()
        .orElseThrow(() -> new AssertionError(key + " is not open, but " + keys()));
  }

  /** All open tasks of that kind, oldest first. */
  public List<OpenTask> tasks(String key) {
    return office.openTasks(key);
  }

  /** The element ids of all open tasks, oldest first. */
  public List<String> keys() {
    return office.openTasks().stream().map(OpenTask::key).toList();
  }

  public boolean has(String key) {
    return keys().contains(key);
  }

  /** Completes the oldest open task of that kind. */
  public void complete(String key, String account, Map<String, Object> fields) {
    office.complete(task(key), account, fields);
  }

  /** Completes it as the scripted staff would. */
  public void complete(String key, String account, StaffScript staff) {
    OpenTask task = task(key);
    office.complete(task, account, scripted(task, staff));
  }

  /** What the scripted staff would hand in. */
  public Map<String, Object> scripted(OpenTask task, StaffScript staff) {
    return staff
        .answers()
        .get(task.key())
        .form()
        .fill(task, office.facts(task), days.of(office.now()));
  }
}
