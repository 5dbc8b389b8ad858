package app.chancery.engagement;

/** The five dimensions of readiness. */
public enum Dimension {
  MILITARY_CAPABILITY("militaryCapability", "Military capability"),
  POLITICAL_WILL("politicalWill", "Political will"),
  ECONOMIC_TIES("economicTies", "Economic ties"),
  INTEROPERABILITY("interoperability", "Interoperability"),
  DOMESTIC_SUPPORT("domesticSupport", "Domestic support");

  private final String field;
  private final String label;

  Dimension(String field, String label) {
    this.field = field;
    this.label = label;
  }

  /** The name in JSON and in the policy tables. */
  public String field() {
    return field;
  }

  public String label() {
    return label;
  }
}
