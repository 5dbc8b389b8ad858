package app.chancery.readiness;

import app.chancery.records.dossier.IndicatorName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the figures of a candidate come to, for as many figures as are tried. The tables of weights
 * are read once for its region, and the tables of tiers and caps are asked once for the same
 * scores. Of one thread, and of one moment: it does not learn of a table that is deployed
 * meanwhile.
 */
final class Weighing {

  /** Of a point: far finer than figures and weights are, far coarser than a sum of them is off. */
  private static final double PARTS = 1e9;

  private final Map<Dimension, List<Contribution>> contributions;
  private final Function<Scores, Tier> tiers;
  private final Map<Scores, Tier> known = new HashMap<>();

  /**
   * @param tiers the tier within all caps for such scores of that candidate
   */
  Weighing(Map<Dimension, List<Contribution>> contributions, Function<Scores, Tier> tiers) {
    this.contributions = contributions;
    this.tiers = tiers;
  }

  /**
   * @param counted what counts, by its number on the scale; what is missing or stale is not in it
   */
  Scores scores(Map<IndicatorName, Double> counted) {
    return Scores.of(
        dimension -> {
          double points =
              contributions.get(dimension).stream()
                  .filter(contribution -> counted.containsKey(contribution.indicator()))
                  .mapToDouble(
                      contribution -> contribution.points(counted.get(contribution.indicator())))
                  .sum();
          return rounded(Math.min(100, points));
        });
  }

  /**
   * A half rounds up, and what is written with a decimal point is a half too: 23.7 of 60 is 39.5 of
   * a hundred, and as binary fractions a little less.
   */
  private static int rounded(double points) {
    return (int) Math.round(Math.rint(points * PARTS) / PARTS);
  }

  /** The tier for such figures. */
  Tier tier(Map<IndicatorName, Double> counted) {
    return known.computeIfAbsent(scores(counted), tiers);
  }

  /**
   * How much of the way from counting nothing to counting in full a part of an indicator's scale
   * is, where it counts most; 0 for one that counts nowhere.
   *
   * @param from and
   * @param to numbers on the indicator's scale
   */
  double share(IndicatorName indicator, double from, double to) {
    return of(indicator)
        .mapToDouble(contribution -> Math.abs(to - from) / contribution.scale())
        .max()
        .orElse(0);
  }

  /** The greatest number up to which the indicator adds nothing anywhere. */
  double nothingAt(IndicatorName indicator) {
    return of(indicator).mapToDouble(Contribution::zeroAt).min().orElse(indicator.least());
  }

  /** The least number from which on the indicator adds its whole weight everywhere. */
  double fullAt(IndicatorName indicator) {
    return of(indicator).mapToDouble(Contribution::fullAt).max().orElse(indicator.least());
  }

  private Stream<Contribution> of(IndicatorName indicator) {
    return contributions.values().stream()
        .flatMap(List::stream)
        .filter(contribution -> contribution.indicator() == indicator);
  }
}
