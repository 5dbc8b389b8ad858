package app.chancery.readiness;

import app.chancery.platform.words.Coded;

/** The five dimensions of readiness. */
public enum Dimension implements Coded {
  MILITARY_CAPABILITY("militaryCapability"),
  POLITICAL_WILL("politicalWill"),
  ECONOMIC_TIES("economicTies"),
  INTEROPERABILITY("interoperability"),
  DOMESTIC_SUPPORT("domesticSupport");

  private final String field;

  Dimension(String field) {
    this.field = field;
  }

  /** The name in JSON and in the policy tables. */
  public String field() {
    return field;
  }

  /** The field. */
  @Override
  public String code() {
    return field;
  }

  public String label() {
    return word();
  }
}
