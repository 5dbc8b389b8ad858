package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.chancery.SampleDossiers;
import app.chancery.readiness.IndicatorSteps.Figure;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What moves a tier, against the tables as they are and against trying everything. */
class MovesTest {

  private static final Tiering TIERING = PolicyFiles.tiering();
  private static final IndicatorSteps STEPS = PolicyFiles.steps();
  private static final Moves MOVES = new Moves(TIERING, STEPS);

  @Example
  void theStrongestCandidateCannotRiseAndLosesByEachFigureThatItNeeds() {
    Moves.Found found = MOVES.of(SampleDossiers.ruritania());

    assertThat(found.tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(found.raises()).isEmpty();
    assertThat(found.losses())
        .extracting(move -> move.changes().get(0).toString())
        .contains("Change[indicator=PUBLIC_SUPPORT_PCT, from=74, to=54]")
        .hasSize(IndicatorName.values().length);
  }

  @Example
  void whatNoSingleFigureRaisesIsRaisedByPairsTheCheapestFirst() {
    Dossier weak =
        with(
            with(SampleDossiers.ruritania(), IndicatorName.PUBLIC_SUPPORT_PCT, "50"),
            IndicatorName.TRADE_SHARE_PCT,
            "20");

    Moves.Found found = MOVES.of(weak);

    assertThat(found.tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(found.raises())
        .containsExactly(
            new Move(
                List.of(
                    new Move.Change(IndicatorName.PUBLIC_SUPPORT_PCT, "50", "55"),
                    new Move.Change(IndicatorName.TRADE_SHARE_PCT, "20", "23.7")),
                Tier.FULL_CANDIDATE));
  }

  @Example
  void aCandidateOutsideEuropeIsTriedAgainstItsOwnTablesAndCaps() {
    Dossier weak = with(SampleDossiers.ruritania(), IndicatorName.PUBLIC_SUPPORT_PCT, "12");
    Dossier distant =
        new Dossier(
            weak.candidate(),
            weak.name(),
            false,
            "latin-america",
            weak.assessedOn(),
            weak.propagandaExposure(),
            weak.propagandaExposureSource(),
            weak.indicators());

    assertThat(MOVES.of(distant).raises())
        .containsExactly(
            new Move(
                List.of(new Move.Change(IndicatorName.PUBLIC_SUPPORT_PCT, "12", "35")),
                Tier.INTERIM_ALLY));
  }

  @Example
  void aFigureThatIsTooOldNeedsOnlyToBeMeasuredAnewAndAMissingOneToBeKnown() {
    Dossier dossier = SampleDossiers.ruritania();
    Indicator support = dossier.indicator(IndicatorName.PUBLIC_SUPPORT_PCT).orElseThrow();
    Dossier old =
        TieringRulesTest.with(
            dossier,
            new Indicator(
                support.name(), support.value(), support.asOf().minusYears(3), support.source()));

    assertThat(MOVES.of(old).raises())
        .extracting(move -> move.changes().get(0))
        .containsExactly(new Move.Change(IndicatorName.PUBLIC_SUPPORT_PCT, "74", "74"));
    assertThat(MOVES.of(without(dossier, IndicatorName.PUBLIC_SUPPORT_PCT)).raises())
        .extracting(move -> move.changes().get(0))
        .containsExactly(new Move.Change(IndicatorName.PUBLIC_SUPPORT_PCT, null, "35"));
  }

  /** One step less of any of its changes, and the tier is today's. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void eachChangeIsTheSmallestThatMovesTheTier(@ForAll("dossiers") Dossier dossier) {
    Moves.Found found = MOVES.of(dossier);
    Tier today = TIERING.assess(dossier).tier();

    assertThat(found.tier()).isEqualTo(today);
    for (Move move : both(found)) {
      Map<IndicatorName, Figure> changes = changes(move);
      assertThat(tier(dossier, changes)).as("%s", move).isEqualTo(move.tier());
      assertThat(today.isBelow(move.tier()))
          .as("%s", move)
          .isEqualTo(found.raises().contains(move));
      assertThat(move.tier()).as("%s", move).isNotEqualTo(today);
      changes.forEach(
          (indicator, figure) -> {
            Map<IndicatorName, Figure> fewer = new TreeMap<>(changes);
            stepBefore(dossier, indicator, figure, found.raises().contains(move))
                .ifPresentOrElse(
                    before -> fewer.put(indicator, before), () -> fewer.remove(indicator));
            assertThat(tier(dossier, fewer)).as("%s without one step", move).isEqualTo(today);
          });
    }
  }

  /**
   * Every figure on a coarse grid (as asking the tables takes a while), and every two of them,
   * tried one by one.
   */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void nothingOnAGridMovesTheTierMoreCheaply(@ForAll("dossiers") Dossier dossier) {
    Map<String, BigDecimal> coarse = new TreeMap<>();
    Arrays.stream(IndicatorName.values())
        .filter(name -> name != IndicatorName.OCC_STAGE)
        .forEach(name -> coarse.put(name.field(), new BigDecimal("25")));
    coarse.put(IndicatorName.DEFENCE_SPENDING_PCT_GDP.field(), BigDecimal.ONE);
    coarse.put(IndicatorName.GOVERNANCE_ESTIMATE.field(), BigDecimal.ONE);
    IndicatorSteps grid = new IndicatorSteps(coarse);
    Moves.Found found = new Moves(TIERING, grid).of(dossier);

    Grid all = new Grid(dossier, grid);
    assertThat(all.cheapestOf(found.raises())).isEqualTo(all.cheapest(true), within(1e-9));
    assertThat(all.cheapestOf(found.losses())).isEqualTo(all.cheapest(false), within(1e-9));
  }

  /**
   * By however much: to any figure from the one that counts, or is too old to, up to the greatest.
   */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void raisingAnIndicatorNeverShortensTheTiersWithinReach(
      @ForAll("dossiers") Dossier dossier,
      @ForAll IndicatorName raised,
      @ForAll @IntRange(min = 1, max = 10) int tenths) {
    double least = dossier.indicator(raised).map(Indicator::number).orElse(raised.least());
    List<Figure> above = STEPS.above(raised, least);
    Assume.that(!above.isEmpty());
    Dossier better =
        TieringRulesTest.with(
            dossier,
            new Indicator(
                raised,
                above.get((above.size() - 1) * tenths / 10).value(),
                dossier.assessedOn(),
                "raised"));

    Moves.Found after = MOVES.of(better);
    Moves.Found before = MOVES.of(dossier);
    // Pairs are looked for only where no single change raises the tier.
    Assume.that(areSingle(after) == areSingle(before));
    assertThat(reach(after)).isGreaterThanOrEqualTo(reach(before));
  }

  @Example
  void aStepThatIsNoneIsRefusedWithItsName() {
    Map<String, BigDecimal> steps = new TreeMap<>(STEPS.steps());
    steps.put("tradeSharePct", BigDecimal.ZERO);

    assertThatThrownBy(() -> new IndicatorSteps(steps))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tradeSharePct");
  }

  @Provide
  Arbitrary<Dossier> dossiers() {
    return TieringRulesTest.anyDossiers();
  }

  // ---------------------------------------------------------------- tried one by one

  private static boolean areSingle(Moves.Found found) {
    return found.raises().stream().anyMatch(move -> move.changes().size() == 1);
  }

  /** The highest tier that a single change or a pair reaches. */
  private static Tier reach(Moves.Found found) {
    return Stream.concat(Stream.of(found.tier()), found.raises().stream().map(Move::tier))
        .max(Tier::compareTo)
        .orElseThrow();
  }

  /** All figures of a grid, and all pairs of them, of one dossier. */
  private static final class Grid {

    private final Dossier dossier;
    private final IndicatorSteps grid;
    private final Weighing weighing;
    private final Map<IndicatorName, Double> counted;

    Grid(Dossier dossier, IndicatorSteps grid) {
      this.dossier = dossier;
      this.grid = grid;
      weighing = TIERING.weighing(dossier);
      counted = TIERING.counted(dossier);
    }

    double cheapestOf(List<Move> moves) {
      return moves.stream().mapToDouble(move -> cost(changes(move))).min().orElse(-1);
    }

    /** The cost of the cheapest single change; if there is none, of the cheapest pair; else -1. */
    double cheapest(boolean raise) {
      List<Map<IndicatorName, Figure>> single = new ArrayList<>();
      for (IndicatorName indicator : IndicatorName.values()) {
        candidates(indicator, raise).forEach(figure -> single.add(Map.of(indicator, figure)));
      }
      double alone = cheapestThatMoves(single);
      if (alone >= 0) {
        return alone;
      }
      List<Map<IndicatorName, Figure>> pairs = new ArrayList<>();
      for (Map<IndicatorName, Figure> one : single) {
        for (Map<IndicatorName, Figure> other : single) {
          if (one.keySet().iterator().next().compareTo(other.keySet().iterator().next()) < 0) {
            Map<IndicatorName, Figure> pair = new EnumMap<>(one);
            pair.putAll(other);
            pairs.add(pair);
          }
        }
      }
      return cheapestThatMoves(pairs);
    }

    private double cheapestThatMoves(List<Map<IndicatorName, Figure>> tried) {
      Tier today = weighing.tier(counted);
      return tried.stream()
          .filter(changes -> weighing.tier(with(changes)) != today)
          .mapToDouble(this::cost)
          .min()
          .orElse(-1);
    }

    private Map<IndicatorName, Double> with(Map<IndicatorName, Figure> changes) {
      Map<IndicatorName, Double> changed = new EnumMap<>(IndicatorName.class);
      changed.putAll(counted);
      changes.forEach((indicator, figure) -> changed.put(indicator, figure.number()));
      return changed;
    }

    private Stream<Figure> candidates(IndicatorName indicator, boolean raise) {
      Optional<Indicator> recorded = dossier.indicator(indicator);
      boolean counts = counted.containsKey(indicator);
      // From the first of the grid on that has its full mark a figure comes to the same, and no
      // dossier here is far beyond.
      double full =
          Math.max(weighing.fullAt(indicator), recorded.map(Indicator::number).orElse(0.0));
      double enough =
          grid.all(indicator).stream()
              .mapToDouble(Figure::number)
              .filter(figure -> figure >= full)
              .min()
              .orElse(full);
      Stream<Figure> all = grid.all(indicator).stream().filter(figure -> figure.number() <= enough);
      if (!raise) {
        return all.filter(figure -> counts && figure.number() < recorded.orElseThrow().number());
      }
      return recorded.isEmpty()
          ? all
          : Stream.concat(
              Stream.of(new Figure(recorded.get().value(), recorded.get().number()))
                  .filter(same -> !counts),
              all.filter(figure -> figure.number() > recorded.get().number()));
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
  }

  // ---------------------------------------------------------------- a move put into a dossier

  private static List<Move> both(Moves.Found found) {
    return Stream.concat(found.raises().stream(), found.losses().stream()).toList();
  }

  private static Map<IndicatorName, Figure> changes(Move move) {
    Map<IndicatorName, Figure> changes = new TreeMap<>();
    move.changes()
        .forEach(
            change -> {
              Indicator to = new Indicator(change.indicator(), change.to(), null, "tried");
              changes.put(change.indicator(), new Figure(to.value(), to.number()));
            });
    return changes;
  }

  /** Assessed anew, as a whole. */
  private static Tier tier(Dossier dossier, Map<IndicatorName, Figure> changes) {
    Dossier changed = dossier;
    for (Map.Entry<IndicatorName, Figure> change : changes.entrySet()) {
      changed =
          TieringRulesTest.with(
              changed,
              new Indicator(
                  change.getKey(), change.getValue().value(), dossier.assessedOn(), "tried"));
    }
    return TIERING.assess(changed).tier();
  }

  /** The published figure next to it on the way back; none if that is the dossier as it is. */
  private static Optional<Figure> stepBefore(
      Dossier dossier, IndicatorName indicator, Figure figure, boolean raised) {
    List<Figure> between =
        new ArrayList<>(
            raised
                ? STEPS.below(indicator, figure.number())
                : STEPS.above(indicator, figure.number()));
    return between.stream()
        .filter(
            each ->
                dossier
                    .indicator(indicator)
                    .map(
                        recorded ->
                            raised
                                ? each.number() > recorded.number()
                                : each.number() < recorded.number())
                    .orElse(true))
        .findFirst();
  }

  private static Dossier with(Dossier dossier, IndicatorName name, String value) {
    Indicator recorded = dossier.indicator(name).orElseThrow();
    return TieringRulesTest.with(
        dossier, new Indicator(name, value, recorded.asOf(), recorded.source()));
  }

  private static Dossier without(Dossier dossier, IndicatorName name) {
    Map<IndicatorName, Indicator> fewer = new EnumMap<>(dossier.indicators());
    fewer.remove(name);
    return new Dossier(
        dossier.candidate(),
        dossier.name(),
        dossier.european(),
        dossier.region(),
        dossier.assessedOn(),
        dossier.propagandaExposure(),
        dossier.propagandaExposureSource(),
        Collections.unmodifiableMap(fewer));
  }
}
