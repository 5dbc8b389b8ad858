package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossiers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The thresholds of the policy tables, in words and in numbers. */
@Service
public class Thresholds {

  /** A score from which on a tier table gives its tier. */
  private static final Pattern FROM = Pattern.compile("^>=\\s*([0-9.]+)$");

  /** A score below which a cap applies; from it on it does not. */
  private static final Pattern BELOW = Pattern.compile("^(?:<|\\[[0-9.]+\\.\\.)\\s*([0-9.]+)\\)?$");

  private static final Pattern AT_LEAST = Pattern.compile(">=\\s*(\\S+)");

  private static final Pattern LESS = Pattern.compile("<\\s*(\\S+)");

  private static final Pattern BETWEEN = Pattern.compile("\\[(.+)\\.\\.(.+)\\)");

  private final DecisionTables tables;
  private final Dossiers dossiers;

  Thresholds(DecisionTables tables, Dossiers dossiers) {
    this.tables = tables;
    this.dossiers = dossiers;
  }

  /** What the tables say of each dimension in the candidate's region; "" if they say nothing. */
  public Map<Dimension, String> of(String programme) {
    return inRegion(dossiers.of(programme).region());
  }

  /**
   * The scores that the tiers above the lowest need: a tier needs what its row of the tier table
   * asks for, and as much as lifts the caps below it. A condition that is written in another way is
   * told in words alone.
   *
   * @return by tier, 0 to 100; tiers that need nothing of the dimension are left out
   */
  public Map<Tier, Integer> needed(String region, Dimension dimension) {
    Map<Tier, Integer> needed = new EnumMap<>(Tier.class);
    Arrays.stream(Tier.values())
        .skip(1)
        .forEach(
            tier ->
                Stream.concat(
                        matching("assign-tier", region, dimension)
                            .filter(rule -> tier(rule, "tier") == tier)
                            .map(rule -> number(FROM, rule.get(dimension.field()))),
                        matching("cap-tier", region, dimension)
                            .filter(rule -> tier(rule, "limitsTo").isBelow(tier))
                            .map(rule -> number(BELOW, rule.get(dimension.field()))))
                    .flatMap(Optional::stream)
                    .max(Integer::compare)
                    .ifPresent(score -> needed.put(tier, score)));
    return needed;
  }

  private Stream<Map<String, String>> matching(String table, String region, Dimension dimension) {
    return tables.rules(table).stream().filter(rule -> concerns(rule, region, dimension));
  }

  private static Optional<Integer> number(Pattern pattern, String condition) {
    return Optional.of(pattern.matcher(condition.strip()))
        .filter(Matcher::matches)
        .map(found -> (int) Math.ceil(Double.parseDouble(found.group(1))));
  }

  /** The same of a region. */
  public Map<Dimension, String> inRegion(String region) {
    List<Map<String, String>> tiers = tables.rules("assign-tier");
    List<Map<String, String>> caps = tables.rules("cap-tier");
    Map<Dimension, String> found = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Stream<String> thresholds =
          tiers.stream()
              .filter(rule -> concerns(rule, region, dimension))
              .map(rule -> tier(rule, "tier").word() + " " + inWords(rule.get(dimension.field())));
      Stream<String> limits =
          caps.stream()
              .filter(rule -> concerns(rule, region, dimension))
              .map(
                  rule ->
                      Words.of("thresholds.atMost")
                          .formatted(
                              tier(rule, "limitsTo").word(), inWords(rule.get(dimension.field()))));
      found.put(dimension, Stream.concat(thresholds, limits).collect(Collectors.joining("; ")));
    }
    return found;
  }

  private static boolean concerns(Map<String, String> rule, String region, Dimension dimension) {
    String regions = rule.getOrDefault("region", "");
    return !rule.getOrDefault(dimension.field(), "").isEmpty()
        && (regions.isEmpty() || regions.contains('"' + region + '"'));
  }

  private static Tier tier(Map<String, String> rule, String output) {
    return Tier.of(rule.get(output).replace("\"", ""));
  }

  /** Conditions as people say them; one that is written in another way stays as it is written. */
  private static String inWords(String condition) {
    Matcher from = AT_LEAST.matcher(condition);
    Matcher below = LESS.matcher(condition);
    Matcher between = BETWEEN.matcher(condition);
    if (from.matches()) {
      return Words.of("thresholds.from").formatted(from.group(1));
    }
    if (below.matches()) {
      return Words.of("thresholds.below").formatted(below.group(1));
    }
    return between.matches()
        ? Words.of("thresholds.between").formatted(between.group(1), between.group(2))
        : condition;
  }
}
