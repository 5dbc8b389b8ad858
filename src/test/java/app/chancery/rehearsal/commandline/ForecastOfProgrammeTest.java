package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.OfficeTest;
import app.chancery.SampleDossiers;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.time.Days;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programmes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ForecastOfProgrammeTest {

  @Autowired ForecastOfProgramme command;
  @Autowired Programmes programmes;
  @Autowired Days days;
  @Autowired ObjectMapper json;

  @Test
  void eachComingStageIsToldWithWhatItRestsOn() {
    programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));

    assertThat(told("ruritania", false))
        .contains("Ruritania (" + key() + "), as of ", "if every decision is favourable")
        .containsSubsequence(
            "consensus of the council: early ",
            "1 case of ",
            "; these are few)",
            "accession talks held: early ",
            "2 cases of ",
            "; these are few)",
            "accession protocol in force: early ",
            "median ",
            "late ",
            "6 cases of this office's programmes and recent accessions)",
            "accession: early ");
  }

  @Test
  void programsReadItInOneLine() throws IOException {
    programmes.register(SampleDossiers.of("XR", "Ruritania", days.today()));

    JsonNode answer = json.readTree(told(key(), true));

    assertThat(answer.path("stages").findValuesAsText("stage"))
        .startsWith("consensus")
        .endsWith("accession");
  }

  @Test
  void ofWhatHasEndedNothingIsAheadAndWhatIsNoProgrammeIsNotFound() {
    programmes.close(
        programmes.register(SampleDossiers.of("XR", "Ruritania", days.today())),
        Outcome.WITHDRAWN,
        "it withdrew");

    assertThat(told(key(), false)).contains("Nothing is ahead of it");
    assertThatThrownBy(() -> told("XX-1999", false)).isInstanceOf(NotFound.class);
  }

  private String key() {
    return "XR-" + days.today().getYear();
  }

  private String told(String programme, boolean asJson) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    command.print(programme, asJson, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
