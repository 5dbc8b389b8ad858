package app.chancery.platform.forms;

import java.util.Map;

/** The expressions of forms, by the engine that evaluates them everywhere else. */
public interface Expressions {

  /**
   * What an expression in FEEL comes to; null also where it names something that is not known.
   *
   * @param expression without the equals sign that forms write before it
   * @param known the facts of the form and what its fields hold
   */
  Object value(String expression, Map<String, Object> known);
}
