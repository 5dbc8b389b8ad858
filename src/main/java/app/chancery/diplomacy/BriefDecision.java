package app.chancery.diplomacy;

/** What the executives do with a media brief. */
public enum BriefDecision {
  APPROVE("approve"),
  SEND_BACK("send back");

  private final String word;

  BriefDecision(String word) {
    this.word = word;
  }

  /** So that a refusal lists the words of the form. */
  @Override
  public String toString() {
    return word;
  }
}
