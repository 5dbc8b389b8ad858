package app.chancery.diplomacy;

/** What is known of a campaign's effect, in the order in which it can be known. */
public enum ResultStage {
  OUTPUTS("outputs", "what was delivered, and whom it reached"),
  OUTTAKES("outtakes", "what the audiences noticed, understood and think of it"),
  OUTCOMES("outcomes", "what the audiences do or support differently");

  private final String word;
  private final String meaning;

  ResultStage(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }
}
