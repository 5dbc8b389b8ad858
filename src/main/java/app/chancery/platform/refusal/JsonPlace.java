package app.chancery.platform.refusal;

import com.fasterxml.jackson.core.JsonLocation;

/** Where in a text of JSON something is wrong, for the end of a sentence about it. */
public final class JsonPlace {

  private JsonPlace() {}

  /**
   * @param location null gives nothing
   */
  public static String of(JsonLocation location) {
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }
}
