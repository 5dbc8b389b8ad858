package app.chancery.oversight;

import app.chancery.decisions.DecisionTables;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Rates the risk in each dimension that a review judges, by the policy tables. */
@Component
class RiskRegister {

  private final DecisionTables tables;
  private final OversightPolicy policy;

  RiskRegister(DecisionTables tables, OversightPolicy policy) {
    this.tables = tables;
    this.policy = policy;
  }

  List<Pack.RatedRisk> of(List<Pack.DimensionLine> dimensions) {
    return dimensions.stream().map(this::rated).toList();
  }

  /** What scores are called, the lowest first. */
  List<OversightPolicy.RiskBand> bands() {
    return policy.riskBands();
  }

  private Pack.RatedRisk rated(Pack.DimensionLine line) {
    Map<String, Object> now = row(line.dimension(), line.colour());
    int score = score(now);
    return new Pack.RatedRisk(
        line.dimension(),
        (String) now.get("risk"),
        (Integer) now.get("probability"),
        (Integer) now.get("impact"),
        score,
        policy.riskBand(score),
        line.last() == null ? null : score(row(line.dimension(), line.last())),
        (String) now.get("response"),
        (String) now.get("plan"),
        (String) now.get("owner"));
  }

  private Map<String, Object> row(StatusDimension dimension, Colour colour) {
    return tables.one(
        "risk-register", Map.of("dimension", dimension.word(), "colour", colour.word()));
  }

  private static int score(Map<String, Object> row) {
    return (Integer) row.get("probability") * (Integer) row.get("impact");
  }
}
