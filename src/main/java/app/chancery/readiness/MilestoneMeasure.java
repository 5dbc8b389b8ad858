package app.chancery.readiness;

import app.chancery.platform.words.Coded;

/**
 * What the office knows itself of how far a milestone is. A milestone that is measured by anything
 * else, such as a document, is met or not met and nothing between.
 */
public enum MilestoneMeasure implements Coded {
  DEFENCE_SPENDING,
  STANDARDS_IMPLEMENTED,
  POLITICAL_CONSENSUS,
  PUBLIC_SUPPORT,
  TRADE_SHARE,
  JOINT_EXERCISES,
  WORKSHOPS,
  INTELLIGENCE_SHARING,
  /** Of all kinds, in the twelve months up to now. */
  ACTIVITIES_IN_THE_YEAR;

  /**
   * What is stored and sent of a measure: the code of one that the office knows, any other as it
   * is.
   */
  public static String codeOf(String measure) {
    return Coded.find(MilestoneMeasure.class, measure).map(Coded::code).orElse(measure);
  }

  /** What people read of it. */
  public static String inWords(String measure) {
    return Coded.find(MilestoneMeasure.class, measure).map(Coded::word).orElse(measure);
  }
}
