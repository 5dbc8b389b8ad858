package app.chancery.oversight;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a review judges in red, amber and green. */
public enum StatusDimension {
  SCHEDULE("schedule"),
  INTEROPERABILITY("interoperability"),
  DOMESTIC_SUPPORT("domestic support"),
  SECURITY("security"),
  COST("cost"),
  COMMUNICATION("communication");

  private final String word;

  StatusDimension(String word) {
    this.word = word;
  }

  /** The word in texts, in the policy table and in JSON. */
  @JsonValue
  public String word() {
    return word;
  }
}
