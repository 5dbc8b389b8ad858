package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before it starts anything. */
@Tag("own-application")
class CommandLineTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void settingsOfTheServerAreNoCommand() {
    assertThat(CommandLine.isCommand("--server.port=9090")).isFalse();
    assertThat(CommandLine.isCommand()).isFalse();
    assertThat(CommandLine.isCommand("rehearse")).isTrue();
    assertThat(CommandLine.isCommand("--help")).isTrue();
  }

  @Test
  void helpShowsTheUsage() {
    assertThat(run("--help")).isEqualTo(CommandLine.DONE);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("rehearse DOSSIER.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rehearse --help",
        "replay -h",
        "moves --help",
        "forecast --help",
        "hindsight --help",
        "audit --help",
        "audit verify --help",
        "migrate --go --help",
        "keys --help",
        "keys rotate -h"
      })
  void aCommandShowsItsOwnUsage(String line) {
    String command = line.split(" ")[0];

    assertThat(run(line.split(" "))).isEqualTo(CommandLine.DONE);

    assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(each -> each.contains("-jar")))
        .singleElement()
        .asString()
        .contains("chancery.jar " + command + " ");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("It ends with 0");
    assertThat(err.size()).isZero();
  }

  static Stream<String> commandsInADatabase() {
    return Stream.of("migrate", "migrate --go", "keys rotate", "forecast XR-2026", "audit verify");
  }

  @ParameterizedTest
  @MethodSource("commandsInADatabase")
  void aCommandMakesNoDatabase(String line) {
    Path nowhere = folder.resolve("nowhere");

    assertThat(runIn("jdbc:h2:file:" + nowhere.resolve("office"), line))
        .isEqualTo(CommandLine.BAD_INPUT);

    assertThat(said().strip())
        .isEqualTo("There is no database at jdbc:h2:file:" + nowhere.resolve("office") + ".");
    assertThat(nowhere).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("commandsInADatabase")
  void aDatabaseThatCannotBeHadIsSaidInOneSentence(String line) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("office");
    try (Connection office = DriverManager.getConnection(url, "sa", "secret")) {
      assertThat(runIn(url, line)).isEqualTo(CommandLine.BAD_INPUT);
      assertThat(said().strip()).startsWith("The database at " + url).hasLineCount(1);
      assertThat(office.isValid(1)).isTrue();
    }
    assertThat(runIn(url, line)).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(said()).contains("Wrong user name or password");
    assertThat(runIn(url, line + " --spring.datasource.password=secret"))
        .isEqualTo(CommandLine.BAD_INPUT);
    assertThat(said()).contains("start the office on it first");
    assertThat(runIn("jdbc:postgresql://127.0.0.1:1/chancery?password=secret", line))
        .isEqualTo(CommandLine.BAD_INPUT);
    assertThat(said())
        .contains("The database at jdbc:postgresql://127.0.0.1:1/chancery cannot be read")
        .doesNotContain("secret");
  }

  private int runIn(String url, String line) {
    err.reset();
    return run((line + " --spring.datasource.url=" + url).split(" "));
  }

  /** Linux has a file on a disk that is full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void whatIsNotPrintedWholeHasFailed() throws IOException {
    try (PrintStream full =
        new PrintStream(new FileOutputStream("/dev/full"), true, StandardCharsets.UTF_8)) {
      int exit =
          new CommandLine(Object.class, full, new PrintStream(err, true, StandardCharsets.UTF_8))
              .run("--help");

      assertThat(exit).isEqualTo(CommandLine.FAILED);
      assertThat(said()).contains("cannot be written to where it goes");
    }
  }

  @Test
  void anUnknownCommandIsNamedWithTheUsage() {
    assertThat(run("rehears")).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(said()).contains("'rehears' is no command").contains("rehearse DOSSIER.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rehearse",
        "rehearse --json",
        "rehearse missing.json",
        "rehearse a.json --colour",
        "rehearse missing.json --out",
        "replay",
        "replay missing.csv",
        "replay a.csv --colour",
        "moves",
        "moves missing.json",
        "forecast",
        "forecast --json",
        "forecast XR-2026 further",
        "hindsight further",
        "hindsight --out",
        "keys",
        "keys turn",
        "keys rotate now"
      })
  void wrongArgumentsAreRefusedWithTheUsage(String line) {
    assertThat(run(line.split(" "))).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(said()).contains("rehearse DOSSIER.json");
    assertThat(out.size()).isZero();
  }

  @Test
  void aCommandTakesOneDossierAtATime() throws IOException {
    Path dossier = Files.writeString(folder.resolve("a.json"), "{}");

    for (String command : List.of("rehearse", "moves")) {
      assertThat(run(command, dossier.toString(), dossier.toString()))
          .isEqualTo(CommandLine.BAD_INPUT);
      assertThat(said()).contains(command + " takes one dossier");
    }
  }

  private int run(String... arguments) {
    return new CommandLine(
            Object.class,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(arguments);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
