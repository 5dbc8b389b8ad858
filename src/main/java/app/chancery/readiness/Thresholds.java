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
   * The scores that the tiers above the lowest need: a tier needs the least that one of its rows of
   * the tier table asks for, and as much as lifts the caps below it. What cannot be told as one
   * score is told in words alone.
   *
   * @return by tier, 1 to 100; tiers that need nothing of the dimension are left out
   */
  public Map<Tier, Integer> needed(String region, Dimension dimension) {
    Map<Tier, Integer> needed = new EnumMap<>(Tier.class);
    Arrays.stream(Tier.values())
        .skip(1)
        .forEach(
            tier ->
                needed(region, dimension, tier)
                    .filter(score -> score > Scores.LEAST)
                    .ifPresent(score -> needed.put(tier, score)));
    return needed;
  }

  /**
   * The same of one tier.
   *
   * @return 0 if it needs nothing of the dimension; empty if that cannot be told as one score
   */
  public Optional<Integer> needed(String region, Dimension dimension, Tier tier) {
    List<Optional<Integer>> asked =
        tables.rules("assign-tier").stream()
            .filter(rule -> concerns(rule, region) && tier(rule, "tier") == tier)
            .map(rule -> from(rule.getOrDefault(dimension.field(), ""), true))
            .toList();
    List<Optional<Integer>> lifted =
        tables.rules("cap-tier").stream()
            .filter(rule -> concerns(rule, region) && tier(rule, "limitsTo").isBelow(tier))
            .map(rule -> from(rule.getOrDefault(dimension.field(), ""), false))
            .toList();
    if (Stream.concat(asked.stream(), lifted.stream()).anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    int least = asked.stream().flatMap(Optional::stream).min(Integer::compare).orElse(Scores.LEAST);
    int free = lifted.stream().flatMap(Optional::stream).max(Integer::compare).orElse(Scores.LEAST);
    return Optional.of(Math.max(least, free));
  }

  /** From which score on all of them meet a condition, or none of them does. */
  private static Optional<Integer> from(String cell, boolean met) {
    if (cell.isEmpty()) {
      return Optional.of(Scores.LEAST);
    }
    if (!PolicyFile.isOfNumbers(cell)) {
      return Optional.empty();
    }
    NumberCondition condition = NumberCondition.of(cell);
    int from = Scores.MOST + 1;
    while (from > Scores.LEAST && condition.isMetBy(from - 1) == met) {
      from--;
    }
    return Optional.of(from).filter(score -> score <= Scores.MOST);
  }

  /** The same of a region. */
  public Map<Dimension, String> inRegion(String region) {
    List<Map<String, String>> tiers = tables.rules("assign-tier");
    List<Map<String, String>> caps = tables.rules("cap-tier");
    Map<Dimension, String> found = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      Stream<String> thresholds =
          tiers.stream()
              .filter(rule -> concerns(rule, region) && asks(rule, dimension))
              .map(rule -> tier(rule, "tier").word() + " " + inWords(rule.get(dimension.field())));
      Stream<String> limits =
          caps.stream()
              .filter(rule -> concerns(rule, region) && asks(rule, dimension))
              .map(
                  rule ->
                      Words.of("thresholds.atMost")
                          .formatted(
                              tier(rule, "limitsTo").word(), inWords(rule.get(dimension.field()))));
      found.put(dimension, Stream.concat(thresholds, limits).collect(Collectors.joining("; ")));
    }
    return found;
  }

  private static boolean concerns(Map<String, String> rule, String region) {
    String regions = rule.getOrDefault("region", "");
    return regions.isEmpty() || regions.contains('"' + region + '"') != regions.startsWith("not");
  }

  private static boolean asks(Map<String, String> rule, Dimension dimension) {
    return !rule.getOrDefault(dimension.field(), "").isEmpty();
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
