package app.chancery.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy table {@code exercise-plan}, each rule and its boundaries. */
class ExercisePlanTest {

  private final DmnEngine engine =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          strategic-partnership-agreement | 1  | Staff table-top exercise
          strategic-partnership-agreement | 2  | Command-post exercise: orders and reports
          strategic-partnership-agreement | 3  | Command-post exercise: shared picture
          strategic-partnership-agreement | 4  | Command-post exercise: shared picture
          joint-training-initiative       | 1  | Field exercise of declared units; Communications exercise
          joint-training-initiative       | 2  | Field exercise of declared units; Communications exercise
          joint-training-initiative       | 3  | Field exercise of declared units; Tactical data link exercise
          joint-training-initiative       | 4  | Field exercise of declared units; Tactical data link exercise
          joint-training-initiative       | 5  | Field exercise of declared units; Evaluation of declared units
          full-membership-accession       | 1  | Integration exercise with an Allied headquarters
          full-membership-accession       | 2  | Integration exercise with an Allied headquarters
          full-membership-accession       | 3  | Host-nation support exercise
          full-membership-accession       | 12 | Host-nation support exercise
          """)
  void everyQuarterOfAPhaseHasItsExercises(String instrument, int quarter, String exercises)
      throws IOException {
    assertThat(plan(instrument, quarter, "exercise"))
        .containsExactly((Object[]) exercises.split("; "));
    assertThat(plan(instrument, quarter, "participants"))
        .isNotEmpty()
        .allSatisfy(who -> assertThat(who.toString()).contains("candidate", "; "));
  }

  private List<Object> plan(String instrument, int quarter, String output) throws IOException {
    try (InputStream table =
        Files.newInputStream(Path.of("processes/integration/exercise-plan.dmn"))) {
      return engine
          .evaluateDecisionTable(
              engine.parseDecision("exercise-plan", table),
              Variables.putValue("instrument", instrument).putValue("quarterOfPhase", quarter))
          .collectEntries(output);
    }
  }
}
