package app.chancery.readiness;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;

/** What a candidate is treated as, from least to most. The terms are the guide's own. */
public enum Tier implements Coded {
  STRATEGIC_PARTNER,
  INTERIM_ALLY,
  FULL_CANDIDATE;

  public boolean isBelow(Tier other) {
    return compareTo(other) < 0;
  }

  /** The lower of the two. */
  public Tier atMost(Tier limit) {
    return limit.isBelow(this) ? limit : this;
  }

  /** Its word where there is no room for the whole. */
  public String brief() {
    return Words.of(this, "brief");
  }

  public static Tier of(String code) {
    return Coded.of(Tier.class, code);
  }
}
