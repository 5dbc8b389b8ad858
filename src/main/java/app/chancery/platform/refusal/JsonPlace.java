package app.chancery.platform.refusal;

import app.chancery.platform.words.Words;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonStreamContext;

/** Where in a text of JSON something is wrong. */
public final class JsonPlace {

  private JsonPlace() {}

  /**
   * Line and column, for the end of a sentence.
   *
   * @param location null gives nothing
   */
  public static String of(JsonLocation location) {
    return location == null
        ? ""
        : Words.of("jsonPlace.lineColumn").formatted(location.getLineNr(), location.getColumnNr());
  }

  /** The path of a field, such as {@code participants[2].name}; empty for the whole text. */
  public static String field(JsonStreamContext innermost) {
    StringBuilder path = new StringBuilder();
    for (JsonStreamContext each = innermost;
        each != null && !each.inRoot();
        each = each.getParent()) {
      String part = part(each);
      boolean dotted = !part.isEmpty() && path.length() > 0 && path.charAt(0) != '[';
      path.insert(0, dotted ? part + "." : part);
    }
    return path.toString();
  }

  private static String part(JsonStreamContext of) {
    if (of.inArray()) {
      return of.hasCurrentIndex() ? "[" + of.getCurrentIndex() + "]" : "";
    }
    return of.getCurrentName() == null ? "" : PlainText.shown(of.getCurrentName());
  }
}
