package app.chancery.platform.engine;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.StringValue;

/**
 * Texts of any length as process variables. The engine keeps a text in a column of 4,000 characters
 * and fails beyond; so on their short way from a form to the business, longer ones travel as bytes.
 */
final class LongTexts {

  private static final int LONGEST_COLUMN = 4000;

  private LongTexts() {}

  /** What a form has submitted, in types that the engine can keep. */
  static Map<String, Object> storable(Map<String, Object> submitted) {
    Map<String, Object> storable = new LinkedHashMap<>(submitted);
    storable.replaceAll((name, value) -> storable(value));
    return storable;
  }

  /** The value as it was submitted. */
  static Object read(Object value) {
    return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value;
  }

  private static Object storable(Object value) {
    Object text = value instanceof StringValue typed ? typed.getValue() : value;
    return text instanceof String string && string.length() > LONGEST_COLUMN
        ? Variables.byteArrayValue(string.getBytes(StandardCharsets.UTF_8))
        : value;
  }
}
