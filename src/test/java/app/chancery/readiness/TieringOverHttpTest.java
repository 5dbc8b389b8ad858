package app.chancery.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WebOfficeTest
class TieringOverHttpTest {

  @LocalServerPort int port;
  @Autowired JdbcClient db;

  @Test
  void staffPreviewTheTierOfADossierAndNothingIsStored() throws IOException {
    long before = evaluations();

    HttpResponse<String> answer =
        Visitor.program(port, "planner").post("/api/v1/tiering/preview", dossier("moldova-2024"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Visitor.parse(answer).path("tier").asText()).isEqualTo("strategic-partner");
    assertThat(evaluations()).isEqualTo(before);
  }

  @Test
  void whatWouldMoveATierIsAnsweredInStepsOfTheFiguresAndNothingIsStored() throws IOException {
    long before = evaluations();

    HttpResponse<String> answer =
        Visitor.program(port, "delegate-fr").post("/api/v1/tiering/moves", dossier("finland-2022"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .startsWith("{\"tier\":\"full-candidate\",\"raises\":[],\"losses\":[{\"changes\":[{")
        .contains("{\"indicator\":\"occStage\",\"from\":\"NEL2\",\"to\":\"SEL1\"}");
    assertThat(evaluations()).isEqualTo(before);
  }

  @Test
  void whatMovesATierIsToldInCodesHoweverAStageWasWritten() throws IOException {
    String written = dossier("finland-2022");
    String small = written.replace("\"NEL2\"", "\"nel2\"");

    assertThat(small).isNotEqualTo(written);
    assertThat(Visitor.program(port, "delegate-fr").post("/api/v1/tiering/moves", small).body())
        .contains("\"from\":\"NEL2\"")
        .doesNotContain("nel2");
  }

  @Test
  void aStrangerPreviewsNothing() throws IOException {
    assertThat(
            Visitor.stranger(port)
                .post("/api/v1/tiering/preview", dossier("moldova-2024"))
                .statusCode())
        .isIn(401, 403);
  }

  @Test
  void aBadDossierIsRefusedAsAProblem() {
    HttpResponse<String> answer =
        Visitor.program(port, "planner").post("/api/v1/tiering/preview", "{\"candidate\": \"??\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Visitor.parse(answer).path("errors").findValuesAsText("field"))
        .contains("candidate", "name", "european", "region", "propagandaExposure", "indicators");
  }

  @Test
  void aBodyThatIsNoJsonIsRefusedAsAProblem() {
    HttpResponse<String> answer =
        Visitor.program(port, "planner").post("/api/v1/tiering/preview", "{\"candidate\": ");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.parse(answer).path("errors").get(0).path("message").asText())
        .contains("not valid JSON (line 1");
  }

  @Test
  void aFieldThatStandsThereTwiceIsRefusedInsteadOfTheLastBeingTaken() {
    HttpResponse<String> answer =
        Visitor.program(port, "planner")
            .post("/api/v1/tiering/preview", "{\"candidate\": \"XO\", \"candidate\": \"XP\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.parse(answer).path("errors").get(0).path("field").asText())
        .isEqualTo("candidate");
    assertThat(Visitor.parse(answer).path("errors").get(0).path("message").asText())
        .contains("stands there twice (line 1");
  }

  private long evaluations() {
    return db.sql("select count(*) from act_hi_decinst").query(Long.class).single();
  }

  private String dossier(String file) throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("/dossiers/" + file + ".json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
