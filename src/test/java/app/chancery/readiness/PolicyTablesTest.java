package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.decisions.NoRuleMatched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy tables of step 2, rule by rule and at each boundary. */
class PolicyTablesTest {

  private static final String[] REGIONS = {
    "europe", "central-asia", "middle-east-and-north-africa", "indo-pacific", "latin-america"
  };

  private final PolicyFiles tables = new PolicyFiles();

  // ------------------------------------------------------------ score-readiness

  @ParameterizedTest
  @CsvSource({
    "europe, militaryCapability, defenceSpendingPctGdp:70:0:2 occStage:30:0:4",
    "central-asia, militaryCapability, defenceSpendingPctGdp:80:0:2 occStage:20:0:4",
    "indo-pacific, militaryCapability, defenceSpendingPctGdp:80:0:2 occStage:20:0:4",
    "europe, politicalWill, politicalConsensusPct:50:0:100 governanceEstimate:50:-1:1.5",
    "europe, economicTies, tradeSharePct:100:0:60",
    "central-asia, economicTies, tradeSharePct:100:0:45",
    "middle-east-and-north-africa, economicTies, tradeSharePct:100:0:45",
    "indo-pacific, economicTies, tradeSharePct:100:0:30",
    "latin-america, economicTies, tradeSharePct:100:0:30",
    "europe, interoperability, occStage:50:0:4 standardsImplementedPct:50:0:100",
    "europe, domesticSupport, publicSupportPct:100:0:100"
  })
  void indicatorsAddToScores(String region, String dimension, String contributions) {
    String found =
        tables.all("score-readiness", Map.of("region", region, "dimension", dimension)).stream()
            .map(
                row ->
                    "%s:%s:%s:%s"
                        .formatted(
                            row.get("indicator"),
                            plain(row.get("weight")),
                            plain(row.get("zeroAt")),
                            plain(row.get("fullAt"))))
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(contributions);
  }

  @Test
  void theWeightsOfEachDimensionAddUpTo100InEachRegion() {
    for (String region : REGIONS) {
      for (Dimension dimension : Dimension.values()) {
        assertThat(
                tables
                    .all(
                        "score-readiness", Map.of("region", region, "dimension", dimension.field()))
                    .stream()
                    .mapToDouble(row -> Contribution.of(row).weight())
                    .sum())
            .as(region + " " + dimension)
            .isEqualTo(100);
      }
    }
  }

  @Test
  void anUnknownRegionHasNoAnswer() {
    assertThatThrownBy(
            () ->
                tables.all(
                    "score-readiness",
                    Map.of("region", "atlantis", "dimension", "militaryCapability")))
        .isInstanceOf(NoRuleMatched.class)
        .hasMessageContaining("score-readiness")
        .hasMessageContaining("atlantis");
  }

  // ------------------------------------------------------------ indicator-freshness

  @ParameterizedTest
  @CsvSource({
    "defenceSpendingPctGdp, 24",
    "governanceEstimate, 24",
    "tradeSharePct, 24",
    "standardsImplementedPct, 24",
    "occStage, 36",
    "politicalConsensusPct, 12",
    "publicSupportPct, 12"
  })
  void indicatorsCountForTheirTime(String indicator, int months) {
    assertThat(tables.one("indicator-freshness", Map.of("indicator", indicator)))
        .containsEntry("months", months);
  }

  // ------------------------------------------------------------ assign-tier

  @ParameterizedTest
  @CsvSource({
    "europe, 60, 60, 40, full-candidate",
    "europe, 59, 60, 40, interim-ally",
    "europe, 60, 59, 40, interim-ally",
    "europe, 60, 60, 39, interim-ally",
    "europe, 40, 30, 25, interim-ally",
    "europe, 39, 30, 25, strategic-partner",
    "europe, 40, 29, 25, strategic-partner",
    "europe, 40, 30, 24, strategic-partner",
    "europe, 0, 0, 0, strategic-partner",
    "central-asia, 65, 65, 45, full-candidate",
    "central-asia, 64, 65, 45, interim-ally",
    "middle-east-and-north-africa, 65, 64, 45, interim-ally",
    "middle-east-and-north-africa, 65, 65, 44, interim-ally",
    "central-asia, 45, 40, 30, interim-ally",
    "central-asia, 44, 40, 30, strategic-partner",
    "central-asia, 45, 39, 30, strategic-partner",
    "middle-east-and-north-africa, 45, 40, 29, strategic-partner",
    "indo-pacific, 70, 70, 45, full-candidate",
    "indo-pacific, 69, 70, 45, interim-ally",
    "latin-america, 70, 69, 45, interim-ally",
    "latin-america, 70, 70, 44, interim-ally",
    "indo-pacific, 40, 50, 30, interim-ally",
    "indo-pacific, 39, 50, 30, strategic-partner",
    "latin-america, 40, 49, 30, strategic-partner",
    "latin-america, 40, 50, 29, strategic-partner"
  })
  void scoresGiveATier(String region, int military, int political, int economic, String tier) {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("region", region);
    inputs.put("militaryCapability", military);
    inputs.put("politicalWill", political);
    inputs.put("economicTies", economic);

    assertThat(tables.one("assign-tier", inputs)).containsEntry("tier", tier);
  }

  // ------------------------------------------------------------ cap-tier

  @ParameterizedTest
  @CsvSource({
    "true, europe, 60, 55, none:full-candidate",
    "false, europe, 60, 55, article-10:interim-ally none:full-candidate",
    "true, europe, 59, 55, interoperability:interim-ally none:full-candidate",
    "true, europe, 30, 55, interoperability:interim-ally none:full-candidate",
    "true, europe, 29, 55, interoperability:strategic-partner none:full-candidate",
    "true, indo-pacific, 59, 55, interoperability:interim-ally none:full-candidate",
    "true, latin-america, 25, 55, interoperability:interim-ally none:full-candidate",
    "true, central-asia, 24, 55, interoperability:strategic-partner none:full-candidate",
    "true, europe, 60, 54, domestic-support:interim-ally none:full-candidate",
    "true, europe, 60, 35, domestic-support:interim-ally none:full-candidate",
    "true, europe, 60, 34, domestic-support:strategic-partner none:full-candidate"
  })
  void capsLimitTheTier(
      boolean european, String region, int interoperability, int support, String caps) {
    String found =
        tables
            .all(
                "cap-tier",
                Map.of(
                    "european",
                    european,
                    "region",
                    region,
                    "interoperability",
                    interoperability,
                    "domesticSupport",
                    support))
            .stream()
            .map(row -> row.get("rule") + ":" + row.get("limitsTo"))
            .collect(Collectors.joining(" "));

    assertThat(found).isEqualTo(caps);
  }

  // ------------------------------------------------------------ package-template

  @ParameterizedTest
  @ValueSource(strings = {"strategic-partner", "interim-ally", "full-candidate"})
  void eachTierHasEveryPartOfAPackage(String tier) {
    assertThat(
            tables.all("package-template", Map.of("tier", tier)).stream()
                .map(row -> row.get("part"))
                .distinct())
        .containsExactly(
            "security-assurances", "economic-cooperation", "joint-training", "milestones");
  }

  @ParameterizedTest
  @CsvSource({"strategic-partner, 6, 2", "interim-ally, 7, 3", "full-candidate, 10, 4"})
  void aHigherTierIsOfferedMore(String tier, int lines, int milestones) {
    List<Map<String, Object>> rows = tables.all("package-template", Map.of("tier", tier));

    assertThat(rows.stream().filter(row -> row.get("part").equals("milestones")))
        .hasSize(milestones)
        .allSatisfy(
            row -> {
              assertThat((String) row.get("measure")).isNotBlank();
              assertThat((String) row.get("target")).isNotBlank();
              assertThat((Integer) row.get("dueAfterMonths")).isPositive();
            });
    assertThat(rows).hasSize(lines + milestones);
  }

  @ParameterizedTest
  @CsvSource({"interim-ally, at least 60", "full-candidate, at least 75"})
  void rule5_aTierThatMayLeadToAccessionHasAnInteroperabilityMilestone(String tier, String target) {
    assertThat(tables.all("package-template", Map.of("tier", tier)))
        .anySatisfy(
            row ->
                assertThat(row)
                    .containsEntry("content", "Interoperability of declared units")
                    .containsEntry("target", target));
  }

  // ------------------------------------------------------------ instruments and capacity

  @ParameterizedTest
  @CsvSource({
    "strategic-partner, strategic-partnership-agreement:low:regional:6:12",
    "interim-ally, strategic-partnership-agreement:low:regional:6:12|joint-training-initiative:medium:operational:12:18",
    "full-candidate, strategic-partnership-agreement:low:regional:6:12|joint-training-initiative:medium:operational:12:18|full-membership-accession:high:alliance-wide:24:36"
  })
  void instrumentsAreThoseOfTheGuide(String tier, String instruments) {
    String found =
        tables.all("instruments", Map.of("tier", tier)).stream()
            .map(
                row ->
                    "%s:%s:%s:%s:%s"
                        .formatted(
                            row.get("instrument"),
                            row.get("cost"),
                            row.get("reach"),
                            row.get("monthsMin"),
                            row.get("monthsMax")))
            .collect(Collectors.joining("|"));

    assertThat(found).isEqualTo(instruments);
  }

  @ParameterizedTest
  @CsvSource({"low, 1", "medium, 3", "high, 8", "capacity, 60"})
  void costIsCountedInPointsOfTheCapacity(String item, int points) {
    assertThat(tables.one("alliance-capacity", Map.of("item", item)))
        .containsEntry("points", points);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "strategic-partnership-agreement",
        "joint-training-initiative",
        "full-membership-accession"
      })
  void theWorkOnEachInstrumentHasExactlyOneWhoIsAccountable(String instrument) {
    assertThat(tables.all("responsibilities", Map.of("instrument", instrument)))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat((String) row.get("accountable")).isNotBlank().doesNotContain(",");
              assertThat((String) row.get("responsible")).isNotBlank();
            });
  }

  // ------------------------------------------------------------ what the tests share

  private static String plain(Object number) {
    double value = ((Number) number).doubleValue();
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
