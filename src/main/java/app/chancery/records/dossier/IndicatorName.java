package app.chancery.records.dossier;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * The indicators of a dossier. Ranges are those of the scales themselves (sources in {@code
 * docs/policy.md}), not policy.
 */
public enum IndicatorName implements Coded {
  DEFENCE_SPENDING_PCT_GDP("defenceSpendingPctGdp", 0, 100),
  OCC_STAGE("occStage", 0, 4),
  STANDARDS_IMPLEMENTED_PCT("standardsImplementedPct", 0, 100),
  GOVERNANCE_ESTIMATE("governanceEstimate", -2.5, 2.5),
  POLITICAL_CONSENSUS_PCT("politicalConsensusPct", 0, 100),
  PUBLIC_SUPPORT_PCT("publicSupportPct", 0, 100),
  TRADE_SHARE_PCT("tradeSharePct", 0, 100);

  private final String field;
  private final double least;
  private final double most;

  IndicatorName(String field, double least, double most) {
    this.field = field;
    this.least = least;
    this.most = most;
  }

  /** The name in JSON, in forms and in the policy tables. */
  public String field() {
    return field;
  }

  /** The field. */
  @Override
  public String code() {
    return field;
  }

  public String label() {
    return word();
  }

  public String unit() {
    return Words.of(this, "unit");
  }

  /** A value as people read it: of an OCC stage its word, of all others the number. */
  public String said(String value) {
    return this == OCC_STAGE ? OccStage.of(value).map(OccStage::word).orElse(value) : value;
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
