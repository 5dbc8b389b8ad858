package app.chancery.engagement;

import app.chancery.decisions.DecisionTables;
import app.chancery.dossier.Dossiers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What the tables say of each dimension in the candidate's region; "" if they say nothing. */
  Map<Dimension, String> of(String programme) {
    String region = dossiers.of(programme).region();
    List<Map<String, String>> tiers = tables.rules("assign-tier");
    List<Map<String, String>> caps = tables.rules("cap-tier");
    Map<Dimension, String> found = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Stream<String> thresholds =
          tiers.stream()
              .filter(rule -> concerns(rule, region, dimension))
              .map(rule -> tier(rule, "tier") + " " + inWords(rule.get(dimension.field())));
      Stream<String> limits =
          caps.stream()
              .filter(rule -> concerns(rule, region, dimension))
              .map(
                  rule ->
                      "at most %s %s"
                          .formatted(tier(rule, "limitsTo"), inWords(rule.get(dimension.field()))));
      found.put(dimension, Stream.concat(thresholds, limits).collect(Collectors.joining("; ")));
    }
    return found;
  }

  private static boolean concerns(Map<String, String> rule, String region, Dimension dimension) {
    String regions = rule.getOrDefault("region", "");
    return !rule.getOrDefault(dimension.field(), "").isEmpty()
        && (regions.isEmpty() || regions.contains('"' + region + '"'));
  }

  private static String tier(Map<String, String> rule, String output) {
    return rule.get(output).replace("\"", "");
  }

  /** Conditions as people say them; one that is written in another way stays as it is written. */
  private static String inWords(String condition) {
    return condition
        .replaceAll("^>=\\s*(\\S+)$", "from $1")
        .replaceAll("^<\\s*(\\S+)$", "below $1")
        .replaceAll("^\\[(.+)\\.\\.(.+)\\)$", "from $1 to below $2");
  }
}
