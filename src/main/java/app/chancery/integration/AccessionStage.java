package app.chancery.integration;

import app.chancery.platform.words.Coded;

/** The stages of an accession that have one date, in their order. */
public enum AccessionStage implements Coded {
  TALKS_HELD,
  LETTER_OF_INTENT,
  PROTOCOL_SIGNED,
  ENTERED_INTO_FORCE,
  INVITED,
  INSTRUMENT_DEPOSITED,
  ACCEDED;
}
