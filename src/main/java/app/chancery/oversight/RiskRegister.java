package app.chancery.oversight;

import app.chancery.documents.Picture;
import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.words.Words;
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

  /** Risks on the map of probability and impact, with the bands of the policy. */
  Picture map(List<Picture.Risk> risks) {
    return new Picture.RiskMap(
        Words.of("riskRegister.risksByProbabilityAndImpact"),
        policy.riskBands().stream()
            .map(band -> new Picture.Band(band.word(), band.from()))
            .toList(),
        risks);
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
        "risk-register", Map.of("dimension", dimension.code(), "colour", colour.code()));
  }

  private static int score(Map<String, Object> row) {
    return (Integer) row.get("probability") * (Integer) row.get("impact");
  }
}
