package app.chancery.platform.forms;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody has typed into a form and not handed in yet.
 *
 * @param fields by their names, a text or, of a tick box, a Boolean
 */
public record Draft(Map<String, Object> fields, OffsetDateTime savedAt) {

  /** Tells it from what the same person types in another window. */
  public String version() {
    return String.valueOf(savedAt.toInstant().toEpochMilli());
  }

  /** All as texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }
}
