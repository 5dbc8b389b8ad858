package app.chancery.integration;

import com.fasterxml.jackson.annotation.JsonValue;

/** The stages of an accession that have one date, in their order. */
public enum AccessionStage {
  TALKS_HELD("accession talks held"),
  LETTER_OF_INTENT("letter of intent received"),
  PROTOCOL_SIGNED("accession protocol signed"),
  ENTERED_INTO_FORCE("accession protocol in force"),
  INVITED("invitation to accede sent"),
  INSTRUMENT_DEPOSITED("instrument of accession deposited"),
  ACCEDED("acceded");

  private final String word;

  AccessionStage(String word) {
    this.word = word;
  }

  @JsonValue
  public String word() {
    return word;
  }
}
