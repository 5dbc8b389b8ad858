package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.OccStage;
import app.chancery.records.dossier.PropagandaExposure;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** The rules of tiering for any dossier, whatever its region, gaps and age. */
class TieringRulesTest {

  private static final LocalDate ASSESSED = LocalDate.of(2026, 11, 1);
  private static final List<String> REGIONS =
      List.of(
          "europe",
          "central-asia",
          "middle-east-and-north-africa",
          "indo-pacific",
          "latin-america");

  private static final Tiering TIERING = PolicyFiles.tiering();

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void rule1_noPackagePromisesArticle5(@ForAll("dossiers") Dossier dossier) {
    assertThat(TIERING.assess(dossier).offer().toString().toLowerCase(Locale.ROOT))
        .doesNotContain("article 5")
        .doesNotContain("collective defence")
        .doesNotContain("collective-defence");
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void rule2_aCandidateOutsideEuropeIsNeverAFullCandidate(@ForAll("dossiers") Dossier dossier) {
    Assume.that(!dossier.european());

    Assessment assessment = TIERING.assess(dossier);

    assertThat(assessment.tier()).isNotEqualTo(Tier.FULL_CANDIDATE);
    assertThat(assessment.caps()).extracting(Cap::rule).contains("article-10");
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void rule3_raisingOneIndicatorNeverLowersAScoreOrTheTier(
      @ForAll("dossiers") Dossier dossier,
      @ForAll IndicatorName raised,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    Assume.that(dossier.indicator(raised).isPresent());
    Dossier better = with(dossier, raise(dossier.indicator(raised).orElseThrow(), share));

    Assessment before = TIERING.assess(dossier);
    Assessment after = TIERING.assess(better);

    assertThat(after.tier()).isGreaterThanOrEqualTo(before.tier());
    for (Dimension dimension : Dimension.values()) {
      assertThat(after.scores().in(dimension))
          .isGreaterThanOrEqualTo(before.scores().in(dimension));
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rule3_aMissingIndicatorNeverRaises(
      @ForAll("dossiers") Dossier dossier, @ForAll IndicatorName lost) {
    Map<IndicatorName, Indicator> fewer = new EnumMap<>(IndicatorName.class);
    fewer.putAll(dossier.indicators());
    fewer.remove(lost);

    Assessment before = TIERING.assess(dossier);
    Assessment after = TIERING.assess(with(dossier, fewer));

    assertThat(after.tier()).isLessThanOrEqualTo(before.tier());
    assertThat(after.missing()).contains(lost);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rule3_aStaleIndicatorCountsLikeAMissingOne(
      @ForAll("dossiers") Dossier dossier, @ForAll IndicatorName old) {
    Assume.that(dossier.indicator(old).isPresent());
    Indicator aged =
        new Indicator(
            old,
            dossier.indicator(old).orElseThrow().value(),
            ASSESSED.minusMonths(37),
            "old source");
    Map<IndicatorName, Indicator> fewer = new EnumMap<>(IndicatorName.class);
    fewer.putAll(dossier.indicators());
    fewer.remove(old);

    Assessment stale = TIERING.assess(with(dossier, aged));

    assertThat(stale.scores()).isEqualTo(TIERING.assess(with(dossier, fewer)).scores());
    assertThat(stale.stale()).contains(old);
    assertThat(stale.tier()).isLessThanOrEqualTo(TIERING.assess(dossier).tier());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rule4_lowInteroperabilityOrSupportCapsTheTierAndTheExplanationNamesTheCap(
      @ForAll("dossiers") Dossier dossier) {
    Assessment assessment = TIERING.assess(dossier);

    if (assessment.scores().interoperability() < 60) {
      assertThat(assessment.tier()).isNotEqualTo(Tier.FULL_CANDIDATE);
      assertThat(assessment.caps()).extracting(Cap::rule).contains("interoperability");
      assertThat(String.join(" ", assessment.explanation())).contains("Interoperability is below ");
    }
    if (assessment.scores().domesticSupport() < 55) {
      assertThat(assessment.tier()).isNotEqualTo(Tier.FULL_CANDIDATE);
      assertThat(assessment.caps()).extracting(Cap::rule).contains("domestic-support");
      assertThat(String.join(" ", assessment.explanation())).contains("Domestic support is below ");
    }
    assertThat(assessment.tier()).isEqualTo(assessment.uncappedTier().atMost(assessment.ceiling()));
  }

  // ------------------------------------------------------------ dossiers

  @Provide
  Arbitrary<Dossier> dossiers() {
    return anyDossiers();
  }

  static Arbitrary<Dossier> anyDossiers() {
    return Combinators.combine(Arbitraries.of(REGIONS), Arbitraries.of(true, false), indicators())
        .as(TieringRulesTest::dossier);
  }

  private static Arbitrary<Map<IndicatorName, Indicator>> indicators() {
    List<Arbitrary<Optional<Indicator>>> each =
        List.of(IndicatorName.values()).stream().map(TieringRulesTest::indicator).toList();
    return Combinators.combine(each)
        .as(
            found -> {
              Map<IndicatorName, Indicator> indicators = new EnumMap<>(IndicatorName.class);
              found.forEach(
                  indicator ->
                      indicator.ifPresent(present -> indicators.put(present.name(), present)));
              return indicators;
            });
  }

  /** Mostly there, mostly fresh, and over the part of the scale where the policy differentiates. */
  private static Arbitrary<Optional<Indicator>> indicator(IndicatorName name) {
    double most = name == IndicatorName.DEFENCE_SPENDING_PCT_GDP ? 4 : name.most();
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1), Arbitraries.integers().between(0, 40))
        .as(
            (share, months) ->
                new Indicator(
                    name,
                    value(name, name.least() + share * (most - name.least())),
                    ASSESSED.minusMonths(months),
                    "any source"))
        .optional(0.9);
  }

  private static String value(IndicatorName name, double number) {
    return name == IndicatorName.OCC_STAGE
        ? OccStage.values()[(int) Math.round(number)].code()
        : String.valueOf(number);
  }

  private static Indicator raise(Indicator indicator, double share) {
    double number = indicator.number() + share * (indicator.name().most() - indicator.number());
    return new Indicator(
        indicator.name(),
        value(
            indicator.name(),
            Math.min(indicator.name().most(), Math.max(indicator.number(), number))),
        indicator.asOf(),
        indicator.source());
  }

  static Dossier with(Dossier dossier, Indicator changed) {
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(dossier.indicators());
    indicators.put(changed.name(), changed);
    return with(dossier, indicators);
  }

  private static Dossier with(Dossier dossier, Map<IndicatorName, Indicator> indicators) {
    return dossier(dossier.region(), dossier.european(), indicators);
  }

  private static Dossier dossier(
      String region, boolean european, Map<IndicatorName, Indicator> indicators) {
    return new Dossier(
        "XR",
        "Ruritania",
        european,
        region,
        ASSESSED,
        PropagandaExposure.MEDIUM,
        "sample",
        indicators);
  }
}
