package app.chancery.readiness;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.platform.decisions.TableWithoutAnswer;
import app.chancery.platform.words.Words;
import app.chancery.readiness.PackageTemplate.TemplateMilestone;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.Regions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The rules that hold whatever the policy says, tried through on its tables. A score is a whole
 * number, and a table can change its answer at the numbers alone that stand in it: so one score of
 * each stretch between two of them stands for all. A higher indicator never gives a lower score, as
 * scales do not run backwards; so the tier never falls with an indicator if it never falls with a
 * score (rule 3).
 */
@Service
public class AlwaysHolds {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
  private static final int LEAST = Scores.LEAST;
  private static final int MOST = Scores.MOST;

  /** Of one region; those of the tables as they are delivered are some hundred. */
  private static final long MOST_COMBINATIONS = 20_000;

  private static final List<String> ITEMS = List.of("low", "medium", "high", "capacity");

  private final Regions regions;

  AlwaysHolds(Regions regions) {
    this.regions = regions;
  }

  /**
   * What is broken by a table, with the first example that shows it; empty if every rule holds.
   *
   * @param edited the table that may break them
   */
  public List<String> broken(Policy policy, PolicyTable edited) {
    List<String> found = new ArrayList<>();
    try {
      switch (edited) {
        case INDICATOR_FRESHNESS -> freshness(policy.tables(), found::add);
        case SCORE_READINESS -> scores(policy.tables(), found::add);
        case ASSIGN_TIER -> tiers(policy, found::add);
        case CAP_TIER -> caps(policy, found::add);
        case PACKAGE_TEMPLATE -> packages(policy, found::add);
        case INSTRUMENTS -> instruments(policy, found::add);
        case ALLIANCE_CAPACITY -> capacity(policy.tables(), found::add);
      }
    } catch (TableWithoutAnswer gap) {
      found.add(gap.inShort());
    }
    return found.stream().distinct().toList();
  }

  // ---------------------------------------------------------------- what counts

  private static void freshness(DecisionTables tables, Consumer<String> broken) {
    for (IndicatorName name : IndicatorName.values()) {
      Object months =
          tables.one("indicator-freshness", Map.of("indicator", name.field())).get("months");
      if (((Number) months).intValue() < 1) {
        broken.accept(Words.of("alwaysHolds.months").formatted(name.label(), months));
      }
    }
  }

  private void scores(DecisionTables tables, Consumer<String> broken) {
    for (String region : regions.regions().keySet()) {
      for (Dimension dimension : Dimension.values()) {
        double sum = 0;
        for (Map<String, Object> row :
            tables.all(
                "score-readiness", Map.of("region", region, "dimension", dimension.field()))) {
          String indicator =
              IndicatorName.ofField((String) row.get("indicator")).orElseThrow().label();
          double weight = ((Number) row.get("weight")).doubleValue();
          Object zero = row.get("zeroAt");
          Object full = row.get("fullAt");
          sum += weight;
          if (weight < 0) {
            broken.accept(
                Words.of("alwaysHolds.weight")
                    .formatted(place(region), dimension.label(), indicator, row.get("weight")));
          }
          if (((Number) full).doubleValue() <= ((Number) zero).doubleValue()) {
            broken.accept(
                Words.of("alwaysHolds.backwards")
                    .formatted(place(region), dimension.label(), indicator, zero, full));
          }
        }
        if (Math.abs(sum - MOST) > 1e-9) {
          broken.accept(
              Words.of("alwaysHolds.sum").formatted(place(region), dimension.label(), sum));
        }
      }
    }
  }

  // ---------------------------------------------------------------- tiers

  private void tiers(Policy policy, Consumer<String> broken) {
    for (String region : regions.regions().keySet()) {
      Map<Dimension, List<Integer>> tried = stretches(policy.tables().rules("assign-tier"), region);
      if (isTooMuch(tried, broken)) {
        continue;
      }
      fall(tried, scores -> policy.tiering().uncappedTier(region, scores))
          .map(fall -> fall.inWords("alwaysHolds.tierFalls", place(region)))
          .ifPresent(broken);
    }
  }

  private void caps(Policy policy, Consumer<String> broken) {
    for (String region : regions.regions().keySet()) {
      Map<Dimension, List<Integer>> tried = stretches(policy.tables().rules("cap-tier"), region);
      if (isTooMuch(tried, broken)) {
        continue;
      }
      for (boolean european : new boolean[] {true, false}) {
        fall(tried, scores -> ceiling(policy, region, european, scores))
            .map(fall -> fall.inWords("alwaysHolds.ceilingFalls", place(region)))
            .ifPresent(broken);
      }
      if (ceiling(policy, region, false, all(MOST)) == Tier.FULL_CANDIDATE) {
        broken.accept(Words.of("alwaysHolds.article10").formatted(place(region)));
      }
      capped(policy, region, Dimension.INTEROPERABILITY, "interoperability", broken);
      capped(policy, region, Dimension.DOMESTIC_SUPPORT, "domestic-support", broken);
    }
  }

  /**
   * Rule 4: without any of it, the tier is capped, of a European State and of any other, and the
   * cap has the name by which it is told.
   */
  private void capped(
      Policy policy, String region, Dimension dimension, String rule, Consumer<String> broken) {
    Scores without = with(all(MOST), dimension, LEAST);
    for (boolean european : new boolean[] {true, false}) {
      if (policy.tiering().caps(region, european, without).stream()
          .noneMatch(cap -> cap.rule().equals(rule))) {
        broken.accept(
            Words.of(european ? "alwaysHolds.noCap" : "alwaysHolds.noCapOutside")
                .formatted(place(region), dimension.label(), rule));
      }
    }
  }

  private static Tier ceiling(Policy policy, String region, boolean european, Scores scores) {
    return Assessment.ceiling(policy.tiering().caps(region, european, scores));
  }

  /** A score that rises, and a tier that falls with it. */
  private record Fall(Dimension dimension, Scores from, Scores to, Tier before, Tier after) {

    String inWords(String key, String place) {
      return Words.of(key)
          .formatted(
              place,
              dimension.label(),
              from.in(dimension),
              before.word(),
              to.in(dimension),
              after.word(),
              Arrays.stream(Dimension.values())
                  .filter(each -> each != dimension)
                  .map(each -> each.label() + " " + from.in(each))
                  .reduce((one, other) -> one + ", " + other)
                  .orElseThrow());
    }
  }

  private static Optional<Fall> fall(
      Map<Dimension, List<Integer>> tried, Function<Scores, Tier> tier) {
    return grid(tried)
        .flatMap(
            from ->
                tried.keySet().stream()
                    .flatMap(
                        dimension ->
                            next(tried.get(dimension), from.in(dimension)).stream()
                                .map(
                                    higher -> {
                                      Scores to = with(from, dimension, higher);
                                      return new Fall(
                                          dimension, from, to, tier.apply(from), tier.apply(to));
                                    })))
        .filter(each -> each.after().isBelow(each.before()))
        .findFirst();
  }

  private static boolean isTooMuch(Map<Dimension, List<Integer>> tried, Consumer<String> broken) {
    long combinations =
        tried.values().stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
    if (combinations > MOST_COMBINATIONS) {
      broken.accept(Words.of("alwaysHolds.tooMany").formatted(combinations, MOST_COMBINATIONS));
    }
    return combinations > MOST_COMBINATIONS;
  }

  /** Every combination of the scores that are tried, the lowest first. */
  private static Stream<Scores> grid(Map<Dimension, List<Integer>> tried) {
    Stream<Scores> grid = Stream.of(all(LEAST));
    for (Map.Entry<Dimension, List<Integer>> each : tried.entrySet()) {
      grid =
          grid.flatMap(
              scores -> each.getValue().stream().map(score -> with(scores, each.getKey(), score)));
    }
    return grid;
  }

  private static Optional<Integer> next(List<Integer> tried, int score) {
    return tried.stream().filter(each -> each > score).min(Comparator.naturalOrder());
  }

  /** Of each score that a table asks for, where a stretch begins in which it answers the same. */
  static Map<Dimension, List<Integer>> stretches(List<Map<String, String>> rules, String region) {
    Map<Dimension, List<Integer>> stretches = new EnumMap<>(Dimension.class);
    for (Dimension dimension : Dimension.values()) {
      if (rules.stream().anyMatch(rule -> rule.containsKey(dimension.field()))) {
        TreeSet<Integer> begins = new TreeSet<>(List.of(LEAST));
        for (Map<String, String> rule :
            rules.stream().filter(each -> concerns(each.get("region"), region)).toList()) {
          Matcher numbers = NUMBER.matcher(rule.getOrDefault(dimension.field(), ""));
          while (numbers.find()) {
            double number = Double.parseDouble(numbers.group());
            begins.add((int) Math.ceil(number));
            begins.add((int) Math.floor(number) + 1);
          }
        }
        stretches.put(
            dimension, begins.stream().filter(each -> each >= LEAST && each <= MOST).toList());
      }
    }
    return stretches;
  }

  private static boolean concerns(String regions, String region) {
    return regions.isEmpty() || regions.startsWith("not") || regions.contains('"' + region + '"');
  }

  private static Scores all(int score) {
    return Scores.of(dimension -> score);
  }

  private static Scores with(Scores scores, Dimension changed, int score) {
    return Scores.of(dimension -> dimension == changed ? score : scores.in(dimension));
  }

  // ---------------------------------------------------------------- packages

  private static void packages(Policy policy, Consumer<String> broken) {
    for (Tier tier : Tier.values()) {
      if (!milestonesAreWhole(tier, policy.tables(), broken)) {
        continue;
      }
      PackageTemplate offer = policy.templates().of(tier);
      Map<String, List<String>> parts = new TreeMap<>();
      parts.put("policyPart.securityAssurances", offer.securityAssurances());
      parts.put("policyPart.economicCooperation", offer.economicCooperation());
      parts.put("policyPart.jointTraining", offer.jointTraining());
      parts.put(
          "policyPart.milestones", offer.milestones().stream().map(AlwaysHolds::line).toList());
      parts.forEach(
          (part, lines) -> {
            if (lines.isEmpty()) {
              broken.accept(Words.of("alwaysHolds.noPart").formatted(tier.word(), Words.of(part)));
            }
            lines.stream()
                .filter(Article5::isPromisedBy)
                .findFirst()
                .ifPresent(
                    line ->
                        broken.accept(
                            Words.of("alwaysHolds.article5").formatted(tier.word(), line)));
          });
      if (tier != Tier.STRATEGIC_PARTNER
          && offer.milestones().stream()
              .noneMatch(each -> each.kind() == MilestoneKind.INTEROPERABILITY)) {
        broken.accept(Words.of("alwaysHolds.noMilestone").formatted(tier.word()));
      }
    }
  }

  /** A milestone without a measure or a date could not be planned. */
  private static boolean milestonesAreWhole(
      Tier tier, DecisionTables tables, Consumer<String> broken) {
    List<String> lacking =
        tables.all("package-template", Map.of("tier", tier.code())).stream()
            .filter(row -> "milestones".equals(row.get("part")))
            .filter(
                row ->
                    row.get("measure") == null
                        || row.get("target") == null
                        || row.get("kind") == null
                        || !(row.get("dueAfterMonths") instanceof Number months)
                        || months.intValue() < 1)
            .map(row -> String.valueOf(row.get("content")))
            .toList();
    lacking.forEach(
        milestone ->
            broken.accept(Words.of("alwaysHolds.milestone").formatted(tier.word(), milestone)));
    return lacking.isEmpty();
  }

  private static String line(TemplateMilestone each) {
    return String.join(" | ", each.name(), each.measure(), each.target());
  }

  private static void instruments(Policy policy, Consumer<String> broken) {
    for (Tier tier : Tier.values()) {
      instruments(tier, policy.templates().instruments(tier), broken);
    }
  }

  private static void instruments(
      Tier tier, List<InstrumentOffer> offered, Consumer<String> broken) {
    for (InstrumentOffer offer : offered) {
      if (offer.instrument() == Instrument.FULL_MEMBERSHIP_ACCESSION
          && tier != Tier.FULL_CANDIDATE) {
        broken.accept(
            Words.of("alwaysHolds.accession").formatted(offer.instrument().title(), tier.word()));
      }
      if (offer.monthsMin() < 1 || offer.monthsMax() < offer.monthsMin()) {
        broken.accept(
            Words.of("alwaysHolds.time")
                .formatted(offer.instrument().title(), offer.monthsMin(), offer.monthsMax()));
      }
    }
  }

  private static void capacity(DecisionTables tables, Consumer<String> broken) {
    for (String item : ITEMS) {
      Object points = tables.one("alliance-capacity", Map.of("item", item)).get("points");
      if (((Number) points).intValue() < 0) {
        broken.accept(Words.of("alwaysHolds.points").formatted(item, points));
      }
    }
  }

  private String place(String region) {
    return regions.regions().get(region);
  }
}
