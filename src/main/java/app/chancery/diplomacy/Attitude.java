package app.chancery.diplomacy;

/** What an audience thinks today. */
public enum Attitude {
  SUPPORTIVE("supportive"),
  OPEN("open"),
  INDIFFERENT("indifferent"),
  SCEPTICAL("sceptical"),
  OPPOSED("opposed");

  private final String word;

  Attitude(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** So that a refusal lists the words of the form. */
  @Override
  public String toString() {
    return word;
  }
}
