package app.chancery.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.SampleDossiers;
import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebOfficeTest
class ForecastOverRestTest {

  @Autowired Programmes programmes;
  @Autowired Days days;
  @Autowired ObjectMapper json;
  @LocalServerPort int port;

  @Test
  void aForecastHasTheDaysOfEachComingStageWithItsCasesAndWhichTheyAre() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));

    JsonNode forecast =
        Visitor.program(port, "analyst").json("/api/v1/programmes/" + key + "/forecast");

    assertThat(names(forecast)).containsExactly("asOf", "stages");
    assertThat(forecast.path("asOf").asText()).isEqualTo(days.today().toString());
    assertThat(forecast.path("stages").findValuesAsText("stage"))
        .containsExactly("consensus", "talks", "protocol", "entry-into-force", "accession");
    assertThat(forecast.path("stages"))
        .isNotEmpty()
        .allSatisfy(
            stage -> {
              assertThat(names(stage))
                  .containsExactly("stage", "p10", "p50", "p90", "cases", "reference");
              assertThat(stage.path("cases").asInt()).isPositive();
              assertThat(stage.path("reference").asText()).endsWith("-accessions");
              assertThat(
                      List.of(
                          stage.path("p10").asText(),
                          stage.path("p50").asText(),
                          stage.path("p90").asText()))
                  .isSorted()
                  .allMatch(day -> day.matches("\\d{4}-\\d{2}-\\d{2}"));
            });
    assertThat(Visitor.program(port, "analyst").json("/api/v1/programmes/" + key + "/forecast"))
        .isEqualTo(forecast);
  }

  @Test
  void itIsAFileToo() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));

    assertThat(
            Visitor.program(port, "manager")
                .get("/api/v1/programmes/" + key + "/forecast?format=csv")
                .body())
        .startsWith("stage,p10,p50,p90,cases,reference")
        .contains("entry-into-force,");
  }

  @Test
  void aProgrammeThatHasEndedHasNoComingStage() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));
    programmes.settleTier(key, Tier.FULL_CANDIDATE);
    programmes.close(key, Outcome.ACCEDED, "done");

    assertThat(
            Visitor.program(port, "analyst")
                .json("/api/v1/programmes/" + key + "/forecast")
                .path("stages"))
        .isEqualTo(json.createArrayNode());
  }

  @Test
  void aProgrammeThatIsNoneIsNotFoundAndAnUnknownParameterIsRefused() {
    String key = programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));
    Visitor analyst = Visitor.program(port, "analyst");

    assertThat(analyst.get("/api/v1/programmes/XX-1999/forecast").statusCode()).isEqualTo(404);
    assertThat(analyst.get("/api/v1/programmes/" + key + "/forecast?seed=1").statusCode())
        .isEqualTo(400);
  }

  private static List<String> names(JsonNode node) {
    Iterator<String> names = node.fieldNames();
    List<String> all = new java.util.ArrayList<>();
    names.forEachRemaining(all::add);
    return all;
  }
}
