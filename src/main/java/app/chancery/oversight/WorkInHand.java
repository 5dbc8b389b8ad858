package app.chancery.oversight;

/** What becomes of the work under the present package while the committee moves the tier. */
public enum WorkInHand {
  /** It ends now, and begins anew under the package that the council endorses. */
  HELD("held"),
  /** It goes on under the present package until the council has endorsed the new one. */
  CARRIED_ON("carried on");

  private final String word;

  WorkInHand(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** As people read it in a refusal. */
  @Override
  public String toString() {
    return word;
  }
}
