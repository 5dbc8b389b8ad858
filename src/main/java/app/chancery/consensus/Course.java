package app.chancery.consensus;

import com.fasterxml.jackson.annotation.JsonValue;

/** How to go on after a consultation with those who objected. */
public enum Course {
  AMEND("amend and re-table"),
  RETABLE("objection withdrawn, re-table unchanged"),
  HOLD("hold"),
  WITHDRAW("withdraw the proposal");

  private final String word;

  Course(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
