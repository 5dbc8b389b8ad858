package app.chancery.readiness;

import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.readiness.IndicatorSteps.Figure;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/**
 * What would raise a candidate's tier, and what would lose it: found by trying figures against the
 * policy tables in force.
 *
 * <p>Rests on rule 3: a higher figure never lowers the tier. So what a change does not move, no
 * smaller one of the same indicators does.
 */
@Service
public class Moves {

  private final Tiering tiering;
  private final IndicatorSteps steps;

  Moves(Tiering tiering, IndicatorSteps steps) {
    this.tiering = tiering;
    this.steps = steps;
  }

  /**
   * @param tier of the dossier as it is
   * @param raises the smallest change of each indicator that alone raises the tier, in the order of
   *     the indicators; if there is none, the cheapest change of each two that do together, the
   *     cheapest first. Empty if nothing does
   * @param losses the same of what lowers it
   */
  public record Found(Tier tier, List<Move> raises, List<Move> losses) {

    public Found {
      raises = List.copyOf(raises);
      losses = List.copyOf(losses);
    }
  }

  /**
   * Looks for the smallest changes, in steps of the precision in which each figure is published.
   * How cheap two changes are is the sum of their parts of the way from counting nothing to
   * counting in full, each where it counts most; to measure anew a figure that is too old costs
   * nothing.
   *
   * @throws NoRuleMatched if a policy table has no answer for figures that were tried
   */
  public Found of(Dossier dossier) {
    Weighing weighing = tiering.weighing(dossier);
    Map<IndicatorName, Double> counted = tiering.counted(dossier);
    Tier today = weighing.tier(counted);
    return new Found(
        today,
        new Search(dossier, weighing, counted, tier -> today.isBelow(tier)).found(this::raised),
        new Search(dossier, weighing, counted, tier -> tier.isBelow(today)).found(this::lowered));
  }

  /** The figures that an indicator may rise to, nearest first. */
  private List<Figure> raised(Search search, IndicatorName indicator) {
    List<Figure> raised = new ArrayList<>();
    if (search.dossier.indicator(indicator).isEmpty()) {
      raised.addAll(steps.all(indicator));
    } else {
      Figure recorded = search.recorded(indicator);
      if (!search.counted.containsKey(indicator)) {
        raised.add(recorded);
      }
      raised.addAll(steps.above(indicator, recorded.number()));
    }
    double full = search.weighing.fullAt(indicator);
    return upTo(raised, figure -> figure.number() >= full);
  }

  /** The figures that an indicator may fall to, nearest first; none of what does not count. */
  private List<Figure> lowered(Search search, IndicatorName indicator) {
    if (!search.counted.containsKey(indicator)) {
      return List.of();
    }
    double nothing = search.weighing.nothingAt(indicator);
    return upTo(
        steps.below(indicator, search.recorded(indicator).number()),
        figure -> figure.number() <= nothing);
  }

  /** Up to the first one beyond which all come to the same. */
  private static List<Figure> upTo(List<Figure> figures, Predicate<Figure> isEnough) {
    int size = 0;
    while (size < figures.size() && (size == 0 || !isEnough.test(figures.get(size - 1)))) {
      size++;
    }
    return figures.subList(0, size);
  }

  /** In one direction. */
  private record Search(
      Dossier dossier,
      Weighing weighing,
      Map<IndicatorName, Double> counted,
      Predicate<Tier> isMoved) {

    List<Move> found(BiFunction<Search, IndicatorName, List<Figure>> figures) {
      Map<IndicatorName, List<Figure>> tried = new EnumMap<>(IndicatorName.class);
      for (IndicatorName indicator : IndicatorName.values()) {
        List<Figure> some = figures.apply(this, indicator);
        if (!some.isEmpty()) {
          tried.put(indicator, some);
        }
      }
      List<Move> single = new ArrayList<>();
      tried.forEach(
          (indicator, some) ->
              first(some.size(), i -> isMoved(Map.of(indicator, some.get(i))))
                  .ifPresent(i -> single.add(move(Map.of(indicator, some.get(i))))));
      return single.isEmpty() ? pairs(tried) : single;
    }

    private List<Move> pairs(Map<IndicatorName, List<Figure>> tried) {
      List<Map<IndicatorName, Figure>> pairs = new ArrayList<>();
      for (IndicatorName one : tried.keySet()) {
        tried.keySet().stream()
            .filter(other -> one.compareTo(other) < 0)
            .forEach(
                other ->
                    cheapest(one, tried.get(one), other, tried.get(other)).ifPresent(pairs::add));
      }
      return pairs.stream().sorted(Comparator.comparingDouble(this::cost)).map(this::move).toList();
    }

    /**
     * The more of the one, the less of the other it takes: of each amount of the other the least of
     * the one is tried, from much of the other to little.
     */
    private Optional<Map<IndicatorName, Figure>> cheapest(
        IndicatorName one, List<Figure> ones, IndicatorName other, List<Figure> others) {
      List<Map<IndicatorName, Figure>> edge = new ArrayList<>();
      OptionalInt most = OptionalInt.of(others.size() - 1);
      while (most.isPresent()) {
        Figure enough = others.get(most.getAsInt());
        OptionalInt least =
            first(ones.size(), i -> isMoved(Map.of(one, ones.get(i), other, enough)));
        if (least.isEmpty()) {
          break;
        }
        Figure fixed = ones.get(least.getAsInt());
        int fewest =
            first(others.size(), j -> isMoved(Map.of(one, fixed, other, others.get(j)))).getAsInt();
        edge.add(Map.of(one, fixed, other, others.get(fewest)));
        most = fewest == 0 ? OptionalInt.empty() : OptionalInt.of(fewest - 1);
      }
      return edge.stream().min(Comparator.comparingDouble(this::cost));
    }

    /** The first of so many that moves the tier; those behind it do, too. */
    private static OptionalInt first(int size, IntPredicate moves) {
      if (size == 0 || !moves.test(size - 1)) {
        return OptionalInt.empty();
      }
      int from = 0;
      int to = size - 1;
      while (from < to) {
        int middle = (from + to) / 2;
        if (moves.test(middle)) {
          to = middle;
        } else {
          from = middle + 1;
        }
      }
      return OptionalInt.of(to);
    }

    private boolean isMoved(Map<IndicatorName, Figure> changes) {
      return isMoved.test(tier(changes));
    }

    private Tier tier(Map<IndicatorName, Figure> changes) {
      Map<IndicatorName, Double> changed = new EnumMap<>(IndicatorName.class);
      changed.putAll(counted);
      changes.forEach((indicator, figure) -> changed.put(indicator, figure.number()));
      return weighing.tier(changed);
    }

    private double cost(Map<IndicatorName, Figure> changes) {
      return changes.entrySet().stream()
          .mapToDouble(
              change ->
                  weighing.share(
                      change.getKey(),
                      dossier
                          .indicator(change.getKey())
                          .map(Indicator::number)
                          .orElse(weighing.nothingAt(change.getKey())),
                      change.getValue().number()))
          .sum();
    }

    private Move move(Map<IndicatorName, Figure> changes) {
      return new Move(
          Arrays.stream(IndicatorName.values())
              .filter(changes::containsKey)
              .map(
                  indicator ->
                      new Move.Change(
                          indicator,
                          dossier.indicator(indicator).map(Indicator::value).orElse(null),
                          changes.get(indicator).value()))
              .toList(),
          tier(changes));
    }

    private Figure recorded(IndicatorName indicator) {
      return dossier
          .indicator(indicator)
          .map(each -> new Figure(each.value(), each.number()))
          .orElseThrow();
    }
  }
}
