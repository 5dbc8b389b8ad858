package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * Assesses a dossier by the policy tables. The tables hold every weight, scale and threshold; that
 * raising an indicator never lowers a score, and that what is missing or stale contributes nothing
 * (rule 3), holds by construction.
 */
@Service
public class Tiering {

  private final DecisionTables tables;
  private final PackageTemplates templates;

  Tiering(DecisionTables tables, PackageTemplates templates) {
    this.tables = tables;
    this.templates = templates;
  }

  /**
   * Scores the dossier on its day of assessment and assigns the tier.
   *
   * @throws NoRuleMatched if a policy table has no answer for it
   */
  public Assessment assess(Dossier dossier) {
    List<IndicatorName> missing =
        Arrays.stream(IndicatorName.values())
            .filter(name -> dossier.indicator(name).isEmpty())
            .toList();
    List<IndicatorName> stale = stale(dossier);
    Scores scores = weighing(dossier).scores(counted(dossier, stale));
    Tier uncapped = uncappedTier(dossier.region(), scores);
    List<Cap> caps = caps(dossier.region(), dossier.european(), scores);
    Tier tier = uncapped.atMost(Assessment.ceiling(caps));
    return new Assessment(
        dossier.assessedOn(),
        tier,
        uncapped,
        scores,
        caps,
        missing,
        stale,
        Explanation.of(dossier, scores, uncapped, tier, caps, missing, stale),
        templates.of(tier),
        templates.instruments(tier));
  }

  private Predicate<Indicator> isStaleFor(Dossier dossier) {
    return indicator -> {
      Map<String, Object> limit =
          tables.one("indicator-freshness", Map.of("indicator", indicator.name().field()));
      long months = ((Number) limit.get("months")).longValue();
      return indicator.asOf().plusMonths(months).isBefore(dossier.assessedOn());
    };
  }

  /** What counts of the dossier on its day of assessment, by its number on the scale. */
  Map<IndicatorName, Double> counted(Dossier dossier) {
    return counted(dossier, stale(dossier));
  }

  private static Map<IndicatorName, Double> counted(Dossier dossier, List<IndicatorName> stale) {
    Map<IndicatorName, Double> counted = new EnumMap<>(IndicatorName.class);
    dossier.indicators().values().stream()
        .filter(indicator -> !stale.contains(indicator.name()))
        .forEach(indicator -> counted.put(indicator.name(), indicator.number()));
    return counted;
  }

  /** For trying other figures of the same candidate. */
  Weighing weighing(Dossier dossier) {
    Map<Dimension, List<Contribution>> contributions = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      contributions.put(
          dimension,
          tables
              .all(
                  "score-readiness",
                  Map.of("region", dossier.region(), "dimension", dimension.field()))
              .stream()
              .map(Contribution::of)
              .toList());
    }
    return new Weighing(
        contributions,
        scores ->
            uncappedTier(dossier.region(), scores)
                .atMost(Assessment.ceiling(caps(dossier.region(), dossier.european(), scores))));
  }

  private List<IndicatorName> stale(Dossier dossier) {
    return Arrays.stream(IndicatorName.values())
        .filter(name -> dossier.indicator(name).filter(isStaleFor(dossier)).isPresent())
        .toList();
  }

  Tier uncappedTier(String region, Scores scores) {
    Map<String, Object> inputs = new TreeMap<>();
    inputs.put("region", region);
    for (Dimension dimension : Dimension.values()) {
      inputs.put(dimension.field(), scores.in(dimension));
    }
    return Tier.of((String) tables.one("assign-tier", inputs).get("tier"));
  }

  /** One rule of the table always matches, so that a table without an answer is noticed. */
  List<Cap> caps(String region, boolean european, Scores scores) {
    Map<String, Object> inputs =
        Map.of(
            "region",
            region,
            "european",
            european,
            "interoperability",
            scores.interoperability(),
            "domesticSupport",
            scores.domesticSupport());
    return tables.all("cap-tier", inputs).stream()
        .map(
            row ->
                new Cap(
                    (String) row.get("rule"),
                    Tier.of((String) row.get("limitsTo")),
                    (String) row.get("because")))
        .filter(cap -> cap.limitsTo() != Tier.FULL_CANDIDATE)
        .toList();
  }
}
