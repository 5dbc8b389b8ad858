package app.chancery.platform.briefing;

import java.time.Instant;
import java.util.Map;

/**
 * A task that waits for a person.
 *
 * @param id the engine's id of the task
 * @param key the element id of the user task in its model
 * @param name what is to be done
 * @param programme the key of the programme it belongs to
 * @param group the group that may take it, or null
 * @param dueAt when it is due, or null
 * @param variables the process variables in sight of the task
 */
public record OpenTask(
    String id,
    String key,
    String name,
    String programme,
    String group,
    Instant dueAt,
    Map<String, Object> variables) {

  /** A process variable in sight of the task, such as the one of a multi-instance loop. */
  public String text(String variable) {
    Object value = variables.get(variable);
    if (value == null) {
      throw new IllegalStateException("Task " + key + " sees no variable '" + variable + "'");
    }
    return value.toString();
  }
}
