package app.chancery.programme;

/** How a programme ended. */
public enum Outcome {
  SETTLED("concluded: the partnership is settled"),
  ACCEDED("concluded: the candidate acceded"),
  NO_CONSENSUS("no consensus"),
  SHELVED("shelved: prerequisites not met"),
  TERMINATED("terminated by the oversight committee");

  private final String sentence;

  Outcome(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
