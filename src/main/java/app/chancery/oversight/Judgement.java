package app.chancery.oversight;

import app.chancery.platform.decisions.DecisionTables;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the policy tables make of the evidence: a colour per dimension, and a suggestion. */
@Component
class Judgement {

  private final DecisionTables tables;

  Judgement(DecisionTables tables) {
    this.tables = tables;
  }

  List<Pack.DimensionLine> colours(Evidence evidence, Optional<Pack> last) {
    return Arrays.stream(StatusDimension.values())
        .map(dimension -> colour(dimension, evidence, last))
        .toList();
  }

  private Pack.DimensionLine colour(
      StatusDimension dimension, Evidence evidence, Optional<Pack> last) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("dimension", dimension.code());
    inputs.put("daysLate", evidence.daysLate());
    inputs.put(
        "capped",
        dimension == StatusDimension.INTEROPERABILITY
            ? evidence.interoperabilityCapped().code()
            : evidence.supportCapped().code());
    inputs.put(
        "change",
        dimension == StatusDimension.INTEROPERABILITY
            ? evidence.interoperabilityChange()
            : evidence.supportChange());
    inputs.put("assurances", evidence.assurances().code());
    inputs.put("worstShift", evidence.worstSecurityShift());
    inputs.put("overrunDays", evidence.overrunDays());
    inputs.put("briefApproved", evidence.briefApproved());
    inputs.put("exposure", evidence.exposure());
    Map<String, Object> row = tables.one("status-colour", inputs);
    return new Pack.DimensionLine(
        dimension,
        Colour.of((String) row.get("colour")),
        (String) row.get("reason"),
        last.flatMap(pack -> pack.dimension(dimension))
            .map(Pack.DimensionLine::colour)
            .orElse(null));
  }

  Pack.Suggestion suggestion(
      boolean suspended,
      String worstShift,
      List<Pack.DimensionLine> dimensions,
      int lastReds,
      Pack.Trend tierTrend,
      int daysLate,
      int suspendedReviews,
      int openMilestones) {
    Map<String, Object> row =
        tables.one(
            "suggest-decision",
            Map.of(
                "suspended",
                suspended,
                "worstShift",
                worstShift,
                "redCount",
                (int) dimensions.stream().filter(line -> line.colour() == Colour.RED).count(),
                "lastRedCount",
                lastReds,
                "tierTrend",
                tierTrend.code(),
                "daysLate",
                daysLate,
                "suspendedReviews",
                suspendedReviews,
                "openMilestones",
                openMilestones));
    return new Pack.Suggestion(
        CommitteeDecision.of((String) row.get("decision")),
        (String) row.get("rule"),
        (String) row.get("because"));
  }
}
