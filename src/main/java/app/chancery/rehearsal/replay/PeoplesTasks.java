package app.chancery.rehearsal.replay;

import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.rehearsal.Office;
import app.chancery.rehearsal.Rehearsal;
import app.chancery.rehearsal.StaffScript;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The open tasks of a programme, done in the names of those whose they are. */
@Component
class PeoplesTasks {

  private final Office office;
  private final Days days;
  private final List<StaffScript> scripts;

  PeoplesTasks(Office office, Days days, List<StaffScript> scripts) {
    this.office = office;
    this.days = days;
    this.scripts = List.copyOf(scripts);
  }

  boolean isOpen(String programme, String key) {
    return open(programme, key).isPresent();
  }

  Optional<OpenTask> open(String programme, String key) {
    return office.openTasks(key).stream()
        .filter(task -> task.programme().equals(programme))
        .findFirst();
  }

  /** The task of that key that belongs to a group. */
  Optional<OpenTask> open(String programme, String key, String group) {
    return office.openTasks(key).stream()
        .filter(task -> task.programme().equals(programme))
        .filter(task -> group.equals(task.group()))
        .findFirst();
  }

  /** What the programme waits for, in words; empty if for nothing. */
  String awaited(String programme) {
    return office.openTasks().stream()
        .filter(task -> task.programme().equals(programme))
        .map(OpenTask::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /**
   * Somebody does the open task of that key.
   *
   * @throws Refused if it is not open, or as the person would be told
   */
  void complete(String programme, String key, Map<String, Object> fields) {
    complete(open(programme, key).orElseThrow(() -> new Refused("", notOpen(programme))), fields);
  }

  void complete(OpenTask task, Map<String, Object> fields) {
    office.complete(task, Rehearsal.accountOf(task.group()), fields);
    office.runDueJobs();
  }

  /**
   * Somebody does the open task as the staff of a rehearsal would, but for some fields.
   *
   * @throws Refused as the person would be told
   */
  void completeAsUsual(OpenTask task, Map<String, Object> otherwise) {
    Map<String, Object> fields =
        new HashMap<>(
            scripts.stream()
                .map(script -> script.answers().get(task.key()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow()
                .form()
                .fill(task, office.facts(task), days.today()));
    fields.putAll(otherwise);
    complete(task, fields);
  }

  private String notOpen(String programme) {
    String awaited = awaited(programme);
    return awaited.isEmpty()
        ? "The process is over, or has not begun."
        : "The process waits for something else: %s.".formatted(awaited);
  }
}
