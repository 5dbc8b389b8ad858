package app.chancery.readiness;

import app.chancery.platform.words.Coded;

/** The instruments of the guide through which a candidate is engaged. */
public enum Instrument implements Coded {
  STRATEGIC_PARTNERSHIP_AGREEMENT,
  JOINT_TRAINING_INITIATIVE,
  FULL_MEMBERSHIP_ACCESSION;

  /** The guide's name. */
  public String title() {
    return word();
  }

  /**
   * @throws IllegalArgumentException if there is no instrument of that code
   */
  public static Instrument of(String code) {
    return Coded.of(Instrument.class, code);
  }
}
