package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the page says is compared with what REST answers in its own test. */
@WebOfficeTest
class MovesThroughAllDoorsTest {

  @LocalServerPort int port;
  @Autowired MovesOfDossier command;

  @ParameterizedTest
  @ValueSource(
      strings = {"moldova-2024", "finland-2022", "japan-2024", "bosnia-and-herzegovina-2024"})
  void theCommandPrintsWhatRestAnswers(String file) throws IOException {
    byte[] dossier;
    try (InputStream given = getClass().getResourceAsStream("/dossiers/" + file + ".json")) {
      dossier = given.readAllBytes();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    command.print(dossier, true, new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).strip())
        .isEqualTo(
            Visitor.program(port, "planner")
                .post("/api/v1/tiering/moves", new String(dossier, StandardCharsets.UTF_8))
                .body());
  }
}
