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
          Strategic Partnership Agreement | 1  | Staff table-top exercise
          Strategic Partnership Agreement | 2  | Command-post exercise: orders and reports
          Strategic Partnership Agreement | 3  | Command-post exercise: shared picture
          Strategic Partnership Agreement | 4  | Command-post exercise: shared picture
          Joint Training Initiative       | 1  | Field exercise of declared units; Communications exercise
          Joint Training Initiative       | 2  | Field exercise of declared units; Communications exercise
          Joint Training Initiative       | 3  | Field exercise of declared units; Tactical data link exercise
          Joint Training Initiative       | 4  | Field exercise of declared units; Tactical data link exercise
          Joint Training Initiative       | 5  | Field exercise of declared units; Evaluation of declared units
          Full Membership Accession       | 1  | Integration exercise with an Allied headquarters
          Full Membership Accession       | 2  | Integration exercise with an Allied headquarters
          Full Membership Accession       | 3  | Host-nation support exercise
          Full Membership Accession       | 12 | Host-nation support exercise
          """)
  void everyQuarterOfAPhaseHasItsExercises(String instrument, int quarter, String exercises)
      throws IOException {
    assertThat(plan(instrument, quarter, "exercise"))
        .containsExactly((Object[]) exercises.split("; "));
    assertThat(plan(instrument, quarter, "participants"))
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
