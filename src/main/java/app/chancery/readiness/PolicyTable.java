package app.chancery.readiness;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.List;

/** The tables by which tiers and packages come about; each is called as its code. */
public enum PolicyTable implements Coded {
  INDICATOR_FRESHNESS,
  SCORE_READINESS,
  ASSIGN_TIER,
  CAP_TIER,
  PACKAGE_TEMPLATE,
  INSTRUMENTS,
  ALLIANCE_CAPACITY;

  /** What it decides, in a sentence. */
  public String what() {
    return Words.of(this, "what");
  }

  /** The ids of all of them. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Coded::code).toList();
  }

  /** Those that a programme keeps until its next review. The capacity is one for all programmes. */
  public static List<String> keptIds() {
    return Arrays.stream(values())
        .filter(each -> each != ALLIANCE_CAPACITY)
        .map(Coded::code)
        .toList();
  }
}
