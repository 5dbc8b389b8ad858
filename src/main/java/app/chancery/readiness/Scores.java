package app.chancery.readiness;

import java.util.function.ToIntFunction;

/** Readiness: one score for each dimension, from 0 (nothing counts) to 100. */
public record Scores(
    int militaryCapability,
    int politicalWill,
    int economicTies,
    int interoperability,
    int domesticSupport) {

  static final int LEAST = 0;
  static final int MOST = 100;

  public Scores {
    for (int score :
        new int[] {
          militaryCapability, politicalWill, economicTies, interoperability, domesticSupport
        }) {
      if (score < LEAST || score > MOST) {
        throw new IllegalArgumentException("A score is from 0 to 100, not " + score);
      }
    }
  }

  static Scores of(ToIntFunction<Dimension> score) {
    return new Scores(
        score.applyAsInt(Dimension.MILITARY_CAPABILITY),
        score.applyAsInt(Dimension.POLITICAL_WILL),
        score.applyAsInt(Dimension.ECONOMIC_TIES),
        score.applyAsInt(Dimension.INTEROPERABILITY),
        score.applyAsInt(Dimension.DOMESTIC_SUPPORT));
  }

  public int in(Dimension dimension) {
    return switch (dimension) {
      case MILITARY_CAPABILITY -> militaryCapability;
      case POLITICAL_WILL -> politicalWill;
      case ECONOMIC_TIES -> economicTies;
      case INTEROPERABILITY -> interoperability;
      case DOMESTIC_SUPPORT -> domesticSupport;
    };
  }
}
