package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.records.dossier.IndicatorName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policymaker reads how the tier came about. */
class ExplanationTest {

  private static final Scores SCORES = new Scores(70, 61, 52, 43, 34);
  private static final Cap SUPPORT =
      new Cap("domestic-support", Tier.INTERIM_ALLY, "Domestic support is below 55.");

  @Test
  void whereNoCapAppliesTheScoresAreTheReason() {
    assertThat(explained(Tier.INTERIM_ALLY, Tier.INTERIM_ALLY, List.of()))
        .containsExactly(
            "On the evidence of 1 Nov 2026 the tier of Ruritania is interim ally.",
            "Readiness out of 100: military capability 70, political will 61, economic ties 52,"
                + " interoperability 43, domestic support 34.",
            "The scores meet the thresholds of that tier, and no cap applies.");
  }

  @Test
  void aCapThatLimitsTheTierIsNamedWithItsReason() {
    assertThat(explained(Tier.FULL_CANDIDATE, Tier.INTERIM_ALLY, List.of(SUPPORT)))
        .endsWith(
            "The scores alone would give full candidate, but a cap limits it to interim ally.",
            "At most interim ally: Domestic support is below 55.");
  }

  @Test
  void aCapThatChangesNothingIsNamedToo() {
    assertThat(explained(Tier.STRATEGIC_PARTNER, Tier.STRATEGIC_PARTNER, List.of(SUPPORT)))
        .endsWith(
            "The scores alone give that tier; the caps that apply would not allow more than"
                + " interim ally.",
            "At most interim ally: Domestic support is below 55.");
  }

  @Test
  void whatCountedAsNothingIsNamed() {
    assertThat(
            Explanation.of(
                SampleDossiers.ruritania(),
                SCORES,
                Tier.INTERIM_ALLY,
                Tier.INTERIM_ALLY,
                List.of(),
                List.of(IndicatorName.OCC_STAGE, IndicatorName.TRADE_SHARE_PCT),
                List.of(IndicatorName.PUBLIC_SUPPORT_PCT)))
        .endsWith(
            "Not known, so counted as nothing: %s, %s."
                .formatted(IndicatorName.OCC_STAGE.label(), IndicatorName.TRADE_SHARE_PCT.label()),
            "Older than the policy allows, so counted as nothing: %s."
                .formatted(IndicatorName.PUBLIC_SUPPORT_PCT.label()));
  }

  private static List<String> explained(Tier uncapped, Tier tier, List<Cap> caps) {
    return Explanation.of(
        SampleDossiers.ruritania(), SCORES, uncapped, tier, caps, List.of(), List.of());
  }
}
