package app.chancery.programme;

/** What a candidate is treated as, from least to most. The terms are the guide's own. */
public enum Tier {
  STRATEGIC_PARTNER("strategic partner"),
  INTERIM_ALLY("interim ally"),
  FULL_CANDIDATE("full candidate");

  private final String word;

  Tier(String word) {
    this.word = word;
  }

  /** The word of the guide, used in every text, form, policy table and in JSON. */
  @com.fasterxml.jackson.annotation.JsonValue
  public String word() {
    return word;
  }

  public boolean isBelow(Tier other) {
    return compareTo(other) < 0;
  }

  /** The lower of the two. */
  public Tier atMost(Tier limit) {
    return limit.isBelow(this) ? limit : this;
  }

  public static Tier of(String word) {
    for (Tier tier : values()) {
      if (tier.word.equals(word)) {
        return tier;
      }
    }
    throw new IllegalArgumentException("There is no tier '" + word + "'");
  }
}
