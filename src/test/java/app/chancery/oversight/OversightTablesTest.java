package app.chancery.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy tables of step 6, by the decision engine alone: every row and every boundary. */
class OversightTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private static final DmnDecision COLOUR = read("status-colour");
  private static final DmnDecision SUGGESTION = read("suggest-decision");
  private static final DmnDecision RISK = read("risk-register");

  @ParameterizedTest
  @CsvSource({
    "schedule, 6, 9, 15, managers",
    "interoperability, 8, 12, 20, military-staff",
    "domestic-support, 5, 15, 20, public-affairs",
    "security, 5, 15, 20, envoys",
    "cost, 6, 9, 12, executives",
    "communication, 4, 12, 16, public-affairs",
  })
  void everyDimensionHasARiskThatIsGraverTheWorseItsColour(
      String dimension, int green, int amber, int red, String owner) {
    assertThat(risk(dimension, "green")).isEqualTo(green);
    assertThat(risk(dimension, "amber")).isEqualTo(amber);
    assertThat(risk(dimension, "red")).isEqualTo(red);
    assertThat(rated(dimension, "red").<String>getEntry("owner")).isEqualTo(owner);
    assertThat(rated(dimension, "red").<String>getEntry("plan")).isNotBlank();
  }

  private static int risk(String dimension, String colour) {
    DmnDecisionRuleResult rated = rated(dimension, colour);
    return rated.<Integer>getEntry("probability") * rated.<Integer>getEntry("impact");
  }

  private static DmnDecisionRuleResult rated(String dimension, String colour) {
    return ENGINE
        .evaluateDecisionTable(RISK, Map.of("dimension", dimension, "colour", colour))
        .getSingleResult();
  }

  @ParameterizedTest
  @CsvSource({
    "61, red",
    "60, amber",
    "1, amber",
    "0, green",
  })
  void aScheduleIsAmberFromTheFirstDayAndRedAfterTwoMonths(int daysLate, String colour) {
    assertThat(colour(Map.of("dimension", "schedule", "daysLate", daysLate))).isEqualTo(colour);
  }

  @ParameterizedTest
  @CsvSource({
    "interoperability, yes, 10, red",
    "interoperability, by-old-figures, 10, amber",
    "interoperability, no, -5, amber",
    "interoperability, no, -4, green",
    "domestic-support, yes, 10, red",
    "domestic-support, by-old-figures, 10, amber",
    "domestic-support, no, -5, amber",
    "domestic-support, no, -4, green",
  })
  void aScoreIsRedWhereItCapsTheTierAndAmberWhereItFell(
      String dimension, String capped, int change, String colour) {
    assertThat(colour(Map.of("dimension", dimension, "capped", capped, "change", change)))
        .isEqualTo(colour);
  }

  @ParameterizedTest
  @CsvSource({
    "all-run-out, none, red",
    "hold, severe, red",
    "all-run-out, moderate, red",
    "hold, moderate, amber",
    "some-run-out, none, amber",
    "none, none, amber",
    "hold, minor, green",
    "hold, none, green",
  })
  void securityIsRedBeforeAGapAndAfterASevereShift(
      String assurances, String worstShift, String colour) {
    assertThat(
            colour(
                Map.of(
                    "dimension", "security", "assurances", assurances, "worstShift", worstShift)))
        .isEqualTo(colour);
  }

  @ParameterizedTest
  @CsvSource({"91, red", "90, amber", "1, amber", "0, green"})
  void costIsAmberBeyondThePlanAndRedAfterAQuarter(int overrunDays, String colour) {
    assertThat(colour(Map.of("dimension", "cost", "overrunDays", overrunDays))).isEqualTo(colour);
  }

  @ParameterizedTest
  @CsvSource({
    "true, high, green",
    "false, high, red",
    "false, medium, amber",
    "false, low, amber",
  })
  void rule6_communicationIsRedWhereHighExposureIsUnanswered(
      boolean briefApproved, String exposure, String colour) {
    assertThat(
            colour(
                Map.of(
                    "dimension",
                    "communication",
                    "briefApproved",
                    briefApproved,
                    "exposure",
                    exposure)))
        .isEqualTo(colour);
  }

  @Test
  void theReasonNamesTheFigure() {
    assertThat(
            ENGINE
                .evaluateDecisionTable(COLOUR, Map.of("dimension", "schedule", "daysLate", 12))
                .getSingleResult()
                .<String>getEntry("reason"))
        .isEqualTo("A milestone is 12 days late.");
  }

  @ParameterizedTest
  @CsvSource({
    // suspended, worst shift, reds now, reds last, tier, days late, reviews since, open, rule
    "true, severe, 0, 0, same, 0, 9, 1, suspended-severe",
    "true, minor, 0, 0, same, 0, 9, 1, suspended-recovered",
    "true, none, 0, 0, same, 0, 0, 1, suspended-recovered",
    "true, none, 1, 0, same, 0, 4, 1, suspended-for-a-year",
    "true, moderate, 0, 0, same, 0, 4, 1, suspended-for-a-year",
    "true, moderate, 0, 0, same, 0, 3, 1, suspended-moderate",
    "true, none, 1, 0, same, 0, 3, 1, suspended",
    "false, severe, 0, 0, lower, 9, 0, 1, severe-shift",
    "false, none, 3, 3, lower, 9, 0, 1, red-twice",
    "false, none, 3, 2, lower, 9, 0, 1, tier-not-carried",
    "false, none, 2, 3, same, 1, 0, 1, milestone-late",
    "false, none, 0, 0, higher, 1, 0, 1, milestone-late",
    "false, moderate, 0, 0, higher, 0, 0, 1, moderate-shift",
    "false, moderate, 1, 0, stale, 0, 0, 0, moderate-shift-without-plan",
    "false, minor, 0, 0, higher, 0, 0, 1, tier-exceeded",
    "false, none, 1, 0, higher, 0, 0, 1, red-dimension",
    "false, none, 3, 2, same, 0, 0, 1, red-dimension",
    "false, minor, 0, 0, stale, 0, 0, 1, figures-stale",
    "false, minor, 0, 0, same, 0, 0, 1, minor-shift",
    "false, none, 0, 0, same, 0, 0, 0, on-course",
  })
  void theFirstRuleThatFitsIsSuggested(
      boolean suspended,
      String worstShift,
      int redCount,
      int lastRedCount,
      String tierTrend,
      int daysLate,
      int suspendedReviews,
      int openMilestones,
      String rule) {
    DmnDecisionRuleResult row =
        ENGINE
            .evaluateDecisionTable(
                SUGGESTION,
                Map.of(
                    "suspended",
                    suspended,
                    "worstShift",
                    worstShift,
                    "redCount",
                    redCount,
                    "lastRedCount",
                    lastRedCount,
                    "tierTrend",
                    tierTrend,
                    "daysLate",
                    daysLate,
                    "suspendedReviews",
                    suspendedReviews,
                    "openMilestones",
                    openMilestones))
            .getSingleResult();

    assertThat(row.<String>getEntry("rule")).isEqualTo(rule);
    assertThat(row.<String>getEntry("because").equals("Nothing calls for a change."))
        .isEqualTo(rule.equals("on-course"));
    CommitteeDecision.of(row.getEntry("decision"));
  }

  private static String colour(Map<String, Object> inputs) {
    return ENGINE.evaluateDecisionTable(COLOUR, inputs).getSingleResult().getEntry("colour");
  }

  private static DmnDecision read(String table) {
    try (InputStream file = Files.newInputStream(Path.of("processes/oversight", table + ".dmn"))) {
      return ENGINE.parseDecision(table, file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
