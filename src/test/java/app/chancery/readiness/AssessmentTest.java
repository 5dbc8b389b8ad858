package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.SampleDossiers;
import app.chancery.platform.decisions.NoRuleMatched;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the policy in its files makes of one dossier. */
class AssessmentTest {

  private static final PolicyFiles POLICY = new PolicyFiles();
  private static final Tiering TIERING = PolicyFiles.tiering();
  private static final Dossier STRONG = SampleDossiers.ruritania();

  @Test
  void whoIsStrongInEverythingIsAFullCandidate() {
    Assessment assessment = TIERING.assess(STRONG);

    assertThat(assessment.scores()).isEqualTo(new Scores(100, 91, 100, 91, 74));
    assertThat(assessment.tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(assessment.uncappedTier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(assessment.assessedOn()).isEqualTo(STRONG.assessedOn());
    assertThat(assessment.caps()).isEmpty();
    assertThat(assessment.missing()).isEmpty();
    assertThat(assessment.stale()).isEmpty();
    assertThat(assessment.instruments())
        .extracting(InstrumentOffer::instrument)
        .containsExactly(Instrument.values());
  }

  @Test
  void rule2_outsideEuropeTheScoresStayAndTheTierIsCapped() {
    Assessment assessment = TIERING.assess(dossier(false, "europe", STRONG.indicators()));

    assertThat(assessment.scores()).isEqualTo(TIERING.assess(STRONG).scores());
    assertThat(assessment.uncappedTier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(assessment.tier()).isEqualTo(Tier.INTERIM_ALLY);
    assertThat(assessment.caps()).extracting(Cap::rule).containsExactly("article-10");
    assertThat(assessment.offer()).isEqualTo(new PackageTemplates(POLICY).of(Tier.INTERIM_ALLY));
  }

  @Test
  void rule3_whatIsMissingAddsNothingAndIsNamed() {
    Map<IndicatorName, Indicator> fewer = new EnumMap<>(STRONG.indicators());
    fewer.remove(IndicatorName.TRADE_SHARE_PCT);
    fewer.remove(IndicatorName.OCC_STAGE);

    Assessment assessment = TIERING.assess(dossier(true, "europe", fewer));

    assertThat(assessment.scores()).isEqualTo(new Scores(70, 91, 0, 41, 74));
    assertThat(assessment.missing())
        .containsExactly(IndicatorName.OCC_STAGE, IndicatorName.TRADE_SHARE_PCT);
    assertThat(assessment.stale()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void rule3_anIndicatorCountsUntilTheLastDayThatThePolicyAllows(IndicatorName name) {
    LocalDate lastDay =
        STRONG
            .assessedOn()
            .minusMonths(
                ((Number)
                        POLICY
                            .one("indicator-freshness", Map.of("indicator", name.field()))
                            .get("months"))
                    .longValue());

    assertThat(TIERING.assess(asOf(name, lastDay)).stale()).isEmpty();
    assertThat(TIERING.assess(asOf(name, lastDay)).scores())
        .isEqualTo(TIERING.assess(STRONG).scores());
    assertThat(TIERING.assess(asOf(name, lastDay.minusDays(1))).stale()).containsExactly(name);
    assertThat(TIERING.assess(asOf(name, lastDay.minusDays(1))).scores())
        .isNotEqualTo(TIERING.assess(STRONG).scores());
  }

  /** The share of trade alone makes this score, in full at 60 per cent. */
  @Test
  void theHalfOfAPointRoundsUpInDecimalsNotInBinaryFractions() {
    for (BigDecimal share = BigDecimal.ZERO;
        share.compareTo(BigDecimal.valueOf(60)) <= 0;
        share = share.add(new BigDecimal("0.1"))) {
      Map<IndicatorName, Indicator> indicators = new EnumMap<>(STRONG.indicators());
      indicators.put(
          IndicatorName.TRADE_SHARE_PCT,
          new Indicator(
              IndicatorName.TRADE_SHARE_PCT, share.toString(), STRONG.assessedOn(), "tried"));

      assertThat(TIERING.assess(dossier(true, "europe", indicators)).scores().economicTies())
          .as("of a share of %s", share)
          .isEqualTo(
              share
                  .multiply(BigDecimal.valueOf(100))
                  .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP)
                  .intValueExact());
    }
  }

  @Test
  void aRegionWithoutAPolicyHasNoTier() {
    assertThatThrownBy(() -> TIERING.assess(dossier(true, "atlantis", STRONG.indicators())))
        .isInstanceOf(NoRuleMatched.class);
  }

  private static Dossier asOf(IndicatorName name, LocalDate day) {
    Map<IndicatorName, Indicator> indicators = new EnumMap<>(STRONG.indicators());
    indicators.computeIfPresent(
        name, (same, known) -> new Indicator(name, known.value(), day, known.source()));
    return dossier(true, "europe", indicators);
  }

  private static Dossier dossier(
      boolean european, String region, Map<IndicatorName, Indicator> indicators) {
    return new Dossier(
        STRONG.candidate(),
        STRONG.name(),
        european,
        region,
        STRONG.assessedOn(),
        STRONG.propagandaExposure(),
        STRONG.propagandaExposureSource(),
        indicators);
  }
}
