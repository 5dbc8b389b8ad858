package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Real dossiers, against the tables that are deployed. */
@OfficeTest
class MovesOfDossierTest {

  @Autowired MovesOfDossier moves;
  @Autowired ObjectMapper json;

  @Test
  void whatWouldRaiseAndLoseTheTierIsToldInWords() throws IOException {
    assertThat(told("moldova-2024", false))
        .contains("Moldova (MD) would get the tier of strategic partner.")
        .containsSubsequence("What would raise it:", " and ", ": interim ally")
        .containsSubsequence("What would lose it:", "no change of one figure, or of two");
    assertThat(told("finland-2022", false))
        .contains("Finland (FI) would get the tier of full candidate.")
        .containsSubsequence("What would raise it:", "no change", "What would lose it:")
        .contains("Public support (% in favour): from 76 to 54: interim ally");
  }

  @Test
  void programsReadItInOneLine() throws IOException {
    JsonNode answer = json.readTree(told("finland-2022", true));

    assertThat(answer.path("tier").asText()).isEqualTo("full-candidate");
    assertThat(answer.path("raises")).isEmpty();
    assertThat(answer.path("losses").toString())
        .contains(
            """
            {"changes":[{"indicator":"publicSupportPct","from":76,"to":54}],"tier":"interim-ally"}""");
  }

  @Test
  void aBadDossierIsRefused() {
    assertThatThrownBy(
            () ->
                moves.print(
                    "{}".getBytes(StandardCharsets.UTF_8),
                    false,
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)))
        .isInstanceOf(Refused.class);
  }

  private String told(String dossier, boolean asJson) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream given = getClass().getResourceAsStream("/dossiers/" + dossier + ".json")) {
      moves.print(given.readAllBytes(), asJson, new PrintStream(out, true, StandardCharsets.UTF_8));
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
