package app.chancery.engagement;

import app.chancery.decisions.DecisionTables;
import app.chancery.dossier.Dossiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The thresholds of the policy tables in words, for forms and documents. */
@Service
class Thresholds {

  private final DecisionTables tables;
  private final Dossiers dossiers;

  Thresholds(DecisionTables tables, Dossiers dossiers) {
    this.tables = tables;
    this.dossiers = dossiers;
  }

  /** What the tables say of a dimension in the candidate's region, or "" if they say nothing. */
  String of(String programme, Dimension dimension) {
    String region = dossiers.of(programme).region();
    List<String> found = new ArrayList<>();
    tables.rules("assign-tier").stream()
        .filter(rule -> concerns(rule, region, dimension))
        .forEach(rule -> found.add(tier(rule, "tier") + " " + rule.get(dimension.field())));
    tables.rules("cap-tier").stream()
        .filter(rule -> concerns(rule, region, dimension))
        .forEach(
            rule ->
                found.add(
                    "at most %s if %s"
                        .formatted(tier(rule, "limitsTo"), rule.get(dimension.field()))));
    return String.join("; ", found);
  }

  private static boolean concerns(Map<String, String> rule, String region, Dimension dimension) {
    String regions = rule.getOrDefault("region", "");
    return !rule.getOrDefault(dimension.field(), "").isEmpty()
        && (regions.isEmpty() || regions.contains('"' + region + '"'));
  }

  private static String tier(Map<String, String> rule, String output) {
    return rule.get(output).replace("\"", "");
  }
}
