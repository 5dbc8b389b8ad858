package app.chancery.rehearsal;

import app.chancery.platform.briefing.OpenTask;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The office on a virtual clock: whoever drives it completes the tasks of the people and lets time
 * pass. Rehearsals and process tests use the same one.
 */
public interface Office {

  /** The virtual now. */
  Instant now();

  /** Sets the virtual clock; nothing runs by that alone. */
  void setClock(Instant now);

  /** Back to the real time. */
  void resetClock();

  /** All open tasks, oldest first. */
  List<OpenTask> openTasks();

  /**
   * The open tasks of one kind, oldest first.
   *
   * @param key the element id of the user task
   */
  List<OpenTask> openTasks(String key);

  /** Whether the task still waits for somebody. */
  boolean isOpen(OpenTask task);

  /** The ids of all open tasks, oldest first. */
  Set<String> openTaskIds();

  /** Some open tasks, oldest first; it may be without what their processes hold. */
  List<OpenTask> tasks(Collection<String> ids);

  /** What the form of the task shows: the facts of its briefing and the process variables. */
  Map<String, Object> facts(OpenTask task);

  /**
   * Submits the form of a task in somebody's name.
   *
   * @throws app.chancery.platform.refusal.Refused as the person would be told; the task stays open
   */
  void complete(OpenTask task, String user, Map<String, Object> fields);

  /** Does something that is no task in somebody's name. */
  <T> T inTheNameOf(String user, Supplier<T> work);

  /**
   * Runs all jobs that are due now, and those that become due by them; not those of a negative
   * priority, for which no step waits.
   *
   * @return how many ran
   * @throws IllegalStateException if a job fails, with its cause
   */
  int runDueJobs();

  /** When a process last moved, if any ever did. */
  Optional<Instant> lastHappened();

  /** When the next timer is due, if one waits. */
  Optional<Instant> nextTimer();
}
