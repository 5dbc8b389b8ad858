package app.chancery.readiness;

import app.chancery.records.dossier.IndicatorName;
import java.util.Map;

/**
 * What one indicator adds to a score: nothing at or below one end of its scale, its whole weight at
 * or above the other, and in proportion between. So a higher value never adds less (rule 3),
 * whatever numbers the policy table holds.
 */
record Contribution(IndicatorName indicator, double weight, double zeroAt, double fullAt) {

  Contribution {
    if (weight < 0 || weight > 100) {
      throw new IllegalArgumentException(
          "Table score-readiness: the weight of %s must be from 0 to 100, not %s"
              .formatted(indicator.field(), weight));
    }
    if (fullAt <= zeroAt) {
      throw new IllegalArgumentException(
          "Table score-readiness: %s must count in full above where it counts nothing"
              .formatted(indicator.field()));
    }
  }

  static Contribution of(Map<String, Object> row) {
    String field = (String) row.get("indicator");
    return new Contribution(
        IndicatorName.ofField(field)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Table score-readiness: there is no indicator '%s'".formatted(field))),
        number(row, "weight"),
        number(row, "zeroAt"),
        number(row, "fullAt"));
  }

  /** Points from 0 to the weight. */
  double points(double indicatorValue) {
    double share = (indicatorValue - zeroAt) / (fullAt - zeroAt);
    return weight * Math.max(0, Math.min(1, share));
  }

  /** From where it adds nothing to where it adds its whole weight, in its own unit. */
  double scale() {
    return fullAt - zeroAt;
  }

  private static double number(Map<String, Object> row, String output) {
    return ((Number) row.get(output)).doubleValue();
  }
}
