package app.chancery.dossier;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/**
 * The indicators of a dossier. Ranges are those of the scales themselves (sources in {@code
 * docs/policy.md}), not policy.
 */
public enum IndicatorName {
  DEFENCE_SPENDING_PCT_GDP("defenceSpendingPctGdp", "Defence spending", "% of GDP", 0, 100),
  OCC_STAGE(
      "occStage", "OCC Evaluation and Feedback stage", "none, SEL1, NEL1, SEL2 or NEL2", 0, 4),
  STANDARDS_IMPLEMENTED_PCT(
      "standardsImplementedPct", "Standards implemented", "% of agreed standards", 0, 100),
  GOVERNANCE_ESTIMATE(
      "governanceEstimate", "Governance estimate", "mean of the six WGI estimates", -2.5, 2.5),
  POLITICAL_CONSENSUS_PCT(
      "politicalConsensusPct", "Political consensus", "% of parliament in favour", 0, 100),
  PUBLIC_SUPPORT_PCT("publicSupportPct", "Public support", "% in favour", 0, 100),
  TRADE_SHARE_PCT("tradeSharePct", "Trade share with Allies", "% of trade", 0, 100);

  private final String field;
  private final String label;
  private final String unit;
  private final double least;
  private final double most;

  IndicatorName(String field, String label, String unit, double least, double most) {
    this.field = field;
    this.label = label;
    this.unit = unit;
    this.least = least;
    this.most = most;
  }

  /** The name in JSON, in forms and in the policy tables. */
  @JsonValue
  public String field() {
    return field;
  }

  public String label() {
    return label;
  }

  public String unit() {
    return unit;
  }

  /** The least value on the scale; of an OCC stage, its rank. */
  public double least() {
    return least;
  }

  /** The greatest value on the scale; of an OCC stage, its rank. */
  public double most() {
    return most;
  }

  public static Optional<IndicatorName> ofField(String field) {
    return Arrays.stream(values()).filter(name -> name.field.equals(field)).findFirst();
  }
}
