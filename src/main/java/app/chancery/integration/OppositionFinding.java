package app.chancery.integration;

/** What a check of domestic opposition to membership found in the candidate's country. */
public enum OppositionFinding {
  NONE("no organised opposition"),
  MANAGEABLE("opposition that does not endanger ratification at home"),
  BLOCKING("opposition that could block ratification at home");

  private final String word;

  OppositionFinding(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
