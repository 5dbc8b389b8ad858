package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import app.chancery.SampleDossiers;
import app.chancery.platform.decisions.DecisionTables;
import app.chancery.records.dossier.Dossiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tables say of each dimension, as their rules are written. */
class ThresholdsTest {

  private static final List<Map<String, String>> TIERS =
      List.of(
          Map.of(
              "region", "\"europe\",\"central-asia\"",
              "interoperability", ">= 70",
              "militaryCapability", ">= 60.5",
              "tier", "\"full-candidate\""),
          Map.of("region", "", "interoperability", ">=40", "tier", "\"interim-ally\""),
          Map.of(
              "region",
              "\"indo-pacific\"",
              "interoperability",
              ">= 90",
              "tier",
              "\"interim-ally\""),
          Map.of("politicalWill", "not(0)", "tier", "\"interim-ally\""),
          Map.of("region", "", "interoperability", "", "tier", "\"strategic-partner\""));

  private static final List<Map<String, String>> CAPS =
      List.of(
          Map.of("interoperability", "[40..75)", "limitsTo", "\"interim-ally\""),
          Map.of("interoperability", "< 40", "limitsTo", "\"strategic-partner\""),
          Map.of("domesticSupport", "< 55", "limitsTo", "\"interim-ally\""));

  private final DecisionTables tables = mock(DecisionTables.class);
  private final Dossiers dossiers = mock(Dossiers.class);
  private final Thresholds thresholds = new Thresholds(tables, dossiers);

  @BeforeEach
  void writeTheRules() {
    when(tables.rules("assign-tier")).thenReturn(TIERS);
    when(tables.rules("cap-tier")).thenReturn(CAPS);
    when(dossiers.of("XR-2026")).thenReturn(SampleDossiers.ruritania());
  }

  @Test
  void aTierNeedsItsOwnThresholdAndAsMuchAsLiftsTheCapsBelowIt() {
    assertThat(thresholds.needed("europe", Dimension.INTEROPERABILITY))
        .containsExactly(entry(Tier.INTERIM_ALLY, 40), entry(Tier.FULL_CANDIDATE, 75));
    assertThat(thresholds.needed("indo-pacific", Dimension.INTEROPERABILITY))
        .containsExactly(entry(Tier.INTERIM_ALLY, 40), entry(Tier.FULL_CANDIDATE, 75));
    assertThat(thresholds.needed("europe", Dimension.DOMESTIC_SUPPORT))
        .containsExactly(entry(Tier.FULL_CANDIDATE, 55));
  }

  @Test
  void aThresholdBetweenTwoScoresIsReachedByTheHigher() {
    assertThat(thresholds.needed("central-asia", Dimension.MILITARY_CAPABILITY))
        .containsExactly(entry(Tier.FULL_CANDIDATE, 61));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        ">= 60; 60",
        "> 64; 65",
        "not(< 60); 60",
        "not([0..60)); 60",
        "[60..100]; 60",
        "[60..80),>= 80; 60",
        ">= 0; 0",
        "; 0",
        "[60..80]; ",
        "score > 60; "
      })
  void aTierNeedsTheScoreFromWhichOnItsRowIsMetHoweverThatIsWritten(String cell, Integer needed) {
    rules(List.of(fullCandidate("", cell == null ? "" : cell)), List.of());

    assertThat(neededOfFullCandidates("europe")).isEqualTo(Optional.ofNullable(needed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "< 60; 60",
        "<= 60; 61",
        "[30..60); 60",
        "[30..60]; 61",
        "not(>= 60); 60",
        "0,[10..20]; 21",
        ">= 60; ",
        "not(60); "
      })
  void aTierNeedsTheScoreFromWhichOnACapIsLiftedHoweverThatIsWritten(String cell, Integer needed) {
    rules(
        List.of(fullCandidate("", "")),
        List.of(Map.of("militaryCapability", cell, "limitsTo", "\"interim-ally\"")));

    assertThat(neededOfFullCandidates("europe")).isEqualTo(Optional.ofNullable(needed));
  }

  @Test
  void ofTwoRowsThatGiveATierItNeedsTheLesser() {
    rules(List.of(fullCandidate("", ">= 80"), fullCandidate("", "> 64")), List.of());

    assertThat(thresholds.needed("europe", Dimension.MILITARY_CAPABILITY))
        .containsExactly(entry(Tier.FULL_CANDIDATE, 65));
  }

  @Test
  void aRuleOfAllRegionsButOneAsksForNothingThere() {
    rules(List.of(fullCandidate("not(\"europe\")", ">= 80")), List.of());

    assertThat(neededOfFullCandidates("europe")).contains(0);
    assertThat(neededOfFullCandidates("indo-pacific")).contains(80);
    assertThat(thresholds.inRegion("europe")).containsEntry(Dimension.MILITARY_CAPABILITY, "");
  }

  private void rules(List<Map<String, String>> tiers, List<Map<String, String>> caps) {
    when(tables.rules("assign-tier")).thenReturn(tiers);
    when(tables.rules("cap-tier")).thenReturn(caps);
  }

  private static Map<String, String> fullCandidate(String regions, String militaryCapability) {
    return Map.of(
        "region", regions, "militaryCapability", militaryCapability, "tier", "\"full-candidate\"");
  }

  private Optional<Integer> neededOfFullCandidates(String region) {
    return thresholds.needed(region, Dimension.MILITARY_CAPABILITY, Tier.FULL_CANDIDATE);
  }

  @Test
  void aRuleOfAnotherRegionAsksForNothing() {
    assertThat(thresholds.needed("latin-america", Dimension.MILITARY_CAPABILITY)).isEmpty();
  }

  @Test
  void aConditionThatIsWrittenInAnotherWayIsToldInWordsAlone() {
    assertThat(thresholds.needed("europe", Dimension.POLITICAL_WILL)).isEmpty();
    assertThat(thresholds.inRegion("europe"))
        .containsEntry(Dimension.POLITICAL_WILL, "interim ally not(0)");
  }

  @Test
  void theRulesOfARegionAreToldInWords() {
    assertThat(thresholds.inRegion("europe"))
        .containsExactly(
            entry(Dimension.MILITARY_CAPABILITY, "full candidate from 60.5"),
            entry(Dimension.POLITICAL_WILL, "interim ally not(0)"),
            entry(Dimension.ECONOMIC_TIES, ""),
            entry(
                Dimension.INTEROPERABILITY,
                "full candidate from 70; interim ally from 40;"
                    + " at most interim ally from 40 to below 75;"
                    + " at most strategic partner below 40"),
            entry(Dimension.DOMESTIC_SUPPORT, "at most interim ally below 55"));
  }

  @Test
  void aProgrammeIsJudgedByTheRulesOfItsCandidatesRegion() {
    assertThat(thresholds.of("XR-2026")).isEqualTo(thresholds.inRegion("europe")).hasSize(5);
  }
}
