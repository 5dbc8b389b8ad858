package app.chancery.readiness;

import app.chancery.platform.words.Coded;

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

  public static Tier of(String code) {
    return Coded.of(Tier.class, code);
  }
}
