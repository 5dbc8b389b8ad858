package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.chancery.Visitor;
import app.chancery.WebOfficeTest;
import app.chancery.platform.reading.StrictJson;
import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.programme.Programmes;
import app.chancery.records.dossier.DossierReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rule 13: a dossier is taken or refused by the command line as it is by the REST interface. */
@WebOfficeTest
class OneReadingTest {

  private static final String DOSSIER =
      """
      {
       "candidate": "XA",
       "name": "Aldermark",
       "european": true,
       "region": "europe",
       "propagandaExposure": "low",
       "indicators": {
        "governanceEstimate": {"value": -0.16, "asOf": "2025-12-31", "source": "A survey"}
       }
      }
      """;

  @Autowired Rehearse rehearse;
  @Autowired StrictJson strict;
  @Autowired DossierReader reader;
  @Autowired Programmes programmes;
  @Autowired Days days;
  @LocalServerPort int port;
  @TempDir Path folder;

  private Visitor analyst;

  @BeforeEach
  void logIn() {
    analyst = Visitor.program(port, "analyst");
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of(DOSSIER + "{\"candidate\": \"XB\"}", "Something stands behind the end"),
        Arguments.of(DOSSIER + "old", "Something stands behind the end"),
        Arguments.of(
            DOSSIER.replace("\"name\"", "\"name\": \"Bellmora\", \"name\""), "stands there twice"),
        Arguments.of(
            DOSSIER.replace(
                "\"governanceEstimate\"", "\"governanceEstimate\": {},\n\"governanceEstimate\""),
            "stands there twice"),
        Arguments.of(DOSSIER.replace("\"value\"", "\"value\": 1, \"value\""), "stands there twice"),
        Arguments.of(DOSSIER.replace("{\n \"cand", "{\n \"tier\": 1, \"cand"), "is not a field"),
        Arguments.of(DOSSIER.replace("governanceE", "govermentE"), "is not an indicator"),
        Arguments.of(DOSSIER.replace("\"asOf\"", "\"asof\": \"x\", \"asOf\""), "is not a field"),
        Arguments.of(DOSSIER.replace("Aldermark", "Alder\uFFFDmark"), "could not be read"),
        Arguments.of(DOSSIER.replace("-0.16", "\"0.55d\""), "is not a number"),
        Arguments.of(DOSSIER.replace("-0.16", "\"1,008\""), "write 1.0080 or 1008"),
        Arguments.of(DOSSIER.replace("-0.16", "1e400"), "is no figure"),
        Arguments.of(DOSSIER.replace("-0.16", "NaN"), "not valid JSON"),
        Arguments.of(DOSSIER.replace("2025-12-31", "01/02/2025"), "write 2025-02-01"),
        Arguments.of("[" + DOSSIER + "]", "A dossier is a JSON object"),
        Arguments.of("{\"candidate\": ", "line 1"),
        Arguments.of("{", "not valid JSON"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatOneDoorRefusesAllDoorsRefuseWithTheSameWords(String dossier, String why)
      throws IOException {
    sameAtAllDoors(dossier.getBytes(StandardCharsets.UTF_8), why);
  }

  @Test
  void whatIsNotUtf8IsRefusedAtAllDoorsAlike() throws IOException {
    String other = DOSSIER.replace("Aldermark", "C\u00F4te");

    sameAtAllDoors(
        other.getBytes(StandardCharsets.ISO_8859_1), "UTF-8 (byte F4) (line 3, column 12)");
    sameAtAllDoors(("\uFEFF" + other).getBytes(StandardCharsets.UTF_16LE), "is in UTF-16");
    assertThat(programmes.isEmpty()).isTrue();
  }

  @Test
  void aByteOrderMarkIsTakenAtAllDoors() {
    byte[] dossier = ("\uFEFF" + DOSSIER).getBytes(StandardCharsets.UTF_8);

    assertThat(reader.read(strict.read(dossier)).name()).isEqualTo("Aldermark");
    assertThat(post("/api/v1/tiering/preview", dossier).statusCode()).isEqualTo(200);
    assertThat(post("/api/v1/programmes", dossier).statusCode()).isEqualTo(201);
    assertThat(
            post(
                    "/api/v1/programmes/XA-" + days.today().getYear() + "/dossier-updates",
                    "\uFEFF{\"indicators\": {\"publicSupportPct\": {\"value\": 71, \"asOf\": \"2026-01-31\", \"source\": \"Survey\"}}}"
                        .getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(201);
  }

  private void sameAtAllDoors(byte[] dossier, String why) throws IOException {
    List<Fault> told = byCommand(dossier);

    assertThat(told).extracting(Fault::message).anyMatch(message -> message.contains(why));
    for (String call : List.of("/api/v1/programmes", "/api/v1/tiering/preview")) {
      HttpResponse<String> answer = post(call, dossier);
      assertThat(answer.statusCode()).as(call).isEqualTo(400);
      assertThat(Visitor.parse(answer).path("errors"))
          .as(call)
          .extracting(each -> new Fault(each.path("field").asText(), each.path("message").asText()))
          .isEqualTo(told);
    }
    assertThat(programmes.isEmpty()).isTrue();
  }

  private List<Fault> byCommand(byte[] dossier) throws IOException {
    Path file = Files.write(folder.resolve("dossier.json"), dossier);
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    RehearseArguments arguments = new RehearseArguments(file, Optional.of(folder), false, false);
    return catchThrowableOfType(Refused.class, () -> rehearse.run(arguments, out)).faults();
  }

  private HttpResponse<String> post(String call, byte[] body) {
    return analyst.send("POST", call, body, "application/json");
  }
}
