package app.chancery.oversight;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a dimension stands. */
public enum Colour {
  GREEN,
  AMBER,
  RED;

  /** The word in texts, in the policy table and in JSON. */
  @JsonValue
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static Colour of(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT));
  }
}
