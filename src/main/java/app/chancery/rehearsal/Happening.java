package app.chancery.rehearsal;

import java.time.Instant;

/**
 * Something that happened in a rehearsal: a task was done or, with everything but {@code at} null,
 * a timer came due.
 *
 * @param at on the virtual clock
 * @param step the folder name of the step the task belongs to
 * @param task the element id of the user task
 * @param what the name of the task
 * @param who the account that did it
 * @param group the group whose task it was
 */
public record Happening(
    Instant at, String step, String task, String what, String who, String group) {

  static Happening time(Instant at) {
    return new Happening(at, null, null, null, null, null);
  }

  public boolean isTask() {
    return task != null;
  }
}
