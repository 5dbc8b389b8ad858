package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ChanceryApplication;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints, and with which code it ends. */
@Tag("own-application")
class ReplayCommandTest {

  private static final Path FINLAND = Path.of("src/main/resources/cases/finland-2022.csv");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void aCaseThatIsMetIsATableWithTheDaysInEachStage() {
    assertThat(run(ChanceryApplication.class, "replay", FINLAND.toString()))
        .isEqualTo(CommandLine.DONE);
    assertThat(text(out))
        .contains("2022-06-28  FI         proposal-circulated          given")
        .contains("2023-04-04  FI         acceded                      met")
        .contains("2023-04-04  FI         invited-to-accede            presumed")
        .contains("35 events given, 3 expectations met, 0 missed")
        .contains("Presumed, because the case tells only of what comes after: 1.")
        .contains("FI  ratification                   273  2022-07-05 to 2023-04-04");
  }

  @Test
  void withJsonEveryRowIsAnObjectAndAMissedExpectationEndsWithOne() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.csv"),
            Files.readString(FINLAND)
                .replace("expected,2023-04-04,FI,acceded", "expected,2023-04-05,FI,acceded"));

    assertThat(run(ChanceryApplication.class, "replay", wrong.toString(), "--json"))
        .isEqualTo(CommandLine.FAILED);
    List<JsonNode> lines = new ArrayList<>();
    for (String line : text(out).split("\n")) {
      lines.add(new ObjectMapper().readTree(line));
    }
    assertThat(lines).hasSize(39);
    assertThat(lines.get(38).toString())
        .isEqualTo(
            """
            {"kind":"expected","date":"2023-04-05","candidate":"FI","event":"acceded","actor":"",\
            "note":"","outcome":"missed","remark":"acceded came out on 2023-04-04 instead"}""");
    assertThat(lines.get(36).toString())
        .isEqualTo(
            """
            {"kind":"given","date":"2023-04-04","candidate":"FI","event":"invited-to-accede",\
            "actor":"","note":"","outcome":"given","presumed":true}""");
    assertThat(lines).filteredOn(line -> line.has("presumed")).hasSize(1);
    assertThat(lines.get(0).path("outcome").asText()).isEqualTo("given");
    assertThat(lines.get(1).path("outcome").asText()).isEqualTo("met");
  }

  @Test
  void aBadFileIsRefusedBeforeAnythingStarts() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"),
            Files.readString(FINLAND).replace("ratified,CA", "ratified,CAN"));

    assertThat(run(Object.class, "replay", bad.toString())).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(text(err)).contains("is refused:", "line 7, column 5 (actor): 'CAN' is not");
    assertThat(out.size()).isZero();
  }

  @Test
  void whatIsNotTextIsRefused() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.csv"),
            "kind,date,candidate,event,actor,note\r\ngiven,2022-07-04,FI,talks-held,,\"a, Köln\"",
            StandardCharsets.ISO_8859_1);

    assertThat(run(Object.class, "replay", bad.toString())).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(text(err)).contains("line 2, column 6 (note): the file is not text in UTF-8");
    Files.write(bad, new byte[] {(byte) 0xff});
    assertThat(run(Object.class, "replay", bad.toString())).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(text(err)).contains("line 1, column 1 (none): the file is not text in UTF-8");
  }

  private int run(Class<?> application, String... words) {
    return new CommandLine(application, utf8(out), utf8(err)).run(words);
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
