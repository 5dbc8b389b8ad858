package app.chancery.engagement;

import com.fasterxml.jackson.annotation.JsonValue;

/** The instruments of the guide through which a candidate is engaged. */
public enum Instrument {
  STRATEGIC_PARTNERSHIP_AGREEMENT("Strategic Partnership Agreement"),
  JOINT_TRAINING_INITIATIVE("Joint Training Initiative"),
  FULL_MEMBERSHIP_ACCESSION("Full Membership Accession");

  private final String title;

  Instrument(String title) {
    this.title = title;
  }

  /** The guide's name, used in every text, form, policy table and in JSON. */
  @JsonValue
  public String title() {
    return title;
  }

  /**
   * @throws IllegalArgumentException if there is no instrument of that name
   */
  public static Instrument of(String title) {
    for (Instrument instrument : values()) {
      if (instrument.title.equals(title)) {
        return instrument;
      }
    }
    throw new IllegalArgumentException("There is no instrument '" + title + "'");
  }
}
