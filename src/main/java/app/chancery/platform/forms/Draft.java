package app.chancery.platform.forms;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody has typed into a form and not handed in yet.
 *
 * @param fields by their names, a text or, of a tick box, a Boolean
 * @param once the one-time number of the start form that it was typed into; null if it has none
 * @param turn of the page that saved it; null if it had none
 */
public record Draft(Map<String, Object> fields, OffsetDateTime savedAt, String once, Turn turn) {

  /**
   * Whether it may be overwritten unasked.
   *
   * @param known the version that the writer knows; null if none
   * @param next null if the writer counts no turns
   */
  public boolean gives(String known, Turn next) {
    return version().equals(known) || next != null && next.follows(turn);
  }

  /** Tells it from what the same person types in another window. */
  public String version() {
    return String.valueOf(savedAt.toInstant().toEpochMilli());
  }

  /** Whether nothing is in it: no text, and no tick. */
  boolean isEmpty() {
    return fields.values().stream()
        .allMatch(value -> value.equals(false) || value.toString().isBlank());
  }

  /** All as texts. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }
}
