package app.chancery.rehearsal.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.ChanceryApplication;
import app.chancery.OfficeTest;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.DocumentSchema;
import app.chancery.documents.Paper;
import app.chancery.documents.VeraPdf;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Notices;
import app.chancery.rehearsal.Office;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

@Tag("own-application")
@OfficeTest
@DirtiesContext
class RehearseTest {

  private static final Path DOSSIERS = Path.of("src/main/resources/dossiers");

  @Autowired Rehearse rehearse;
  @Autowired Programmes programmes;
  @Autowired Office office;
  @Autowired DecisionRecords decisions;
  @Autowired Notices notices;
  @Autowired ObjectMapper json;

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void finlandGoesFromItsDossierOf2022ToAccession() throws IOException {
    String key = rehearse(DOSSIERS.resolve("finland-2022.json"), false);

    Programme finland = programmes.get(key);
    assertThat(key).isEqualTo("FI-2022");
    assertThat(finland.tier()).isEqualTo(Tier.FULL_CANDIDATE);
    assertThat(finland.outcome()).isEqualTo(Outcome.ACCEDED);
    assertThat(programmes.steps(key)).extracting(StepEntry::step).contains(Step.values());
    assertThat(Duration.between(finland.openedAt(), finland.endedAt()).toDays())
        .isBetween(365L, 4 * 365L);
    for (DeliverableKind kind : DeliverableKind.values()) {
      assertThat(folder.resolve(kind.slug() + ".json")).isNotEmptyFile();
      assertThat(folder.resolve(kind.slug() + ".html"))
          .content()
          .contains("<html")
          .contains("Finland");
      assertThat(
              json.readTree(folder.resolve(kind.slug() + ".json").toFile())
                  .path("approvedAt")
                  .asText())
          .as(kind + " is approved")
          .isNotEmpty();
    }
    everyDocumentIsWholeOnPaperAndFollowsTheSchema();
    assertThat(sentencesOnRecord(key))
        .isNotEmpty()
        .as("days as people write them")
        .allSatisfy(sentence -> assertThat(sentence).isEqualTo(Dates.inWords(sentence)));
    assertThat(said())
        .contains("Programme FI-2022: Finland (FI)")
        .contains("2022-05-18  day    0")
        .contains("Days in each step")
        .contains("concluded: the candidate acceded");
  }

  /** Each run has an office of its own, as each command has. */
  @Test
  void aRehearsalRepeatsByteForByte() throws IOException {
    Map<String, String> first = rehearsed("first");
    Map<String, String> second = rehearsed("second");

    assertThat(first).hasSizeGreaterThan(10).containsKey("stakeholder-map.json");
    assertThat(second).isEqualTo(first);
  }

  /** What it prints and each file that it writes. */
  private Map<String, String> rehearsed(String name) throws IOException {
    Path documents = folder.resolve(name);
    out.reset();
    int exit =
        new CommandLine(ChanceryApplication.class, utf8(out), utf8(new ByteArrayOutputStream()))
            .run(
                "rehearse",
                DOSSIERS.resolve("bosnia-and-herzegovina-2024.json").toString(),
                "--json",
                "--out",
                documents.toString());
    assertThat(exit).isEqualTo(CommandLine.DONE);
    Map<String, String> written = new TreeMap<>();
    written.put("", said().replace(documents.toString(), ""));
    try (Stream<Path> files = Files.list(documents)) {
      for (Path file : files.toList()) {
        written.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return written;
  }

  /** Linux has a file on a disk that is full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aDocumentThatThereIsNoRoomForIsNamedAndNothingOfItStays() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("full"));
    Path map = documents.resolve("stakeholder-map.html");
    Files.createSymbolicLink(map, Path.of("/dev/full"));
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int exit =
        new CommandLine(ChanceryApplication.class, utf8(out), utf8(err))
            .run(
                "rehearse",
                DOSSIERS.resolve("bosnia-and-herzegovina-2024.json").toString(),
                "--out",
                documents.toString());

    assertThat(exit).isEqualTo(CommandLine.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(map + " cannot be written: No space left on device")
        .doesNotContain("Exception");
    assertThat(map).doesNotExist();
  }

  @Test
  void withJsonEveryLineIsAnObjectAndTimeNeverGoesBack() throws IOException {
    rehearse(DOSSIERS.resolve("moldova-2024.json"), true);

    List<JsonNode> lines = new ArrayList<>();
    for (String line : said().split("\n")) {
      lines.add(json.readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.path("kind").asText())
        .contains(
            "programme-opened",
            "step-entered",
            "task-done",
            "decision",
            "notice",
            "programme-ended",
            "document");
    assertThat(
            lines.stream()
                .filter(line -> line.path("kind").asText().equals("task-done"))
                .map(line -> Instant.parse(line.path("at").asText())))
        .isSorted();
  }

  @Test
  void aBadDossierIsRefusedWithAllItsFaultsAndNothingStarts() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"),
            """
            {"candidate": "Q1", "name": "Nowhere", "european": "perhaps", "region": "atlantis",
             "propagandaExposure": "low",
             "indicators": {"publicSupportPct": {"value": 130, "asOf": "2020-01-01", "source": "s"}}}
            """);
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int exit =
        new CommandLine(ChanceryApplication.class, utf8(out), utf8(err))
            .run("rehearse", bad.toString());

    assertThat(exit).isEqualTo(CommandLine.BAD_INPUT);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("candidate:")
        .contains("european:")
        .contains("region:")
        .contains("indicators.publicSupportPct.value:");
    assertThat(said()).isEmpty();
  }

  @Test
  void whatIsNoJsonIsRefusedWithItsPlace() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"candidate\": \n  oops}");

    assertThatThrownBy(() -> rehearse(bad, false))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("line 2");
  }

  /** Knowledge of a later day would make the rehearsal wiser than its staff were. */
  @Test
  void anIndicatorFromAfterTheAssessmentIsRefused() throws IOException {
    String finland = Files.readString(DOSSIERS.resolve("finland-2022.json"));
    Path bad =
        Files.writeString(
            folder.resolve("bad.json"), finland.replace("\"2022-05-06\"", "\"2022-11-06\""));

    assertThatThrownBy(() -> rehearse(bad, false))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("indicators.publicSupportPct.asOf")
        .hasMessageContaining("future");
  }

  @Test
  void theClockIsTheRealOneAgainAfterwards() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{}");

    assertThatThrownBy(() -> rehearse(bad, false)).isInstanceOf(Refused.class);

    assertThat(Duration.between(office.now(), Instant.now())).isLessThan(Duration.ofMinutes(1));
  }

  /** What was decided and why, and what was told. */
  private List<String> sentencesOnRecord(String programme) {
    return Stream.concat(
            decisions.of(programme).stream().flatMap(each -> Stream.of(each.what(), each.why())),
            notices.of(programme).stream().flatMap(each -> Stream.of(each.subject(), each.text())))
        .toList();
  }

  private void everyDocumentIsWholeOnPaperAndFollowsTheSchema() throws IOException {
    DocumentSchema schema =
        new DocumentSchema(Files.readString(Path.of("src/main/resources/schemas/document.json")));
    for (DeliverableKind kind : DeliverableKind.values()) {
      JsonNode data = json.readTree(folder.resolve(kind.slug() + ".json").toFile());
      assertThat(schema.faults(data)).as(kind.slug()).isEmpty();
      byte[] pdf = Files.readAllBytes(folder.resolve(kind.slug() + ".pdf"));
      assertThat(VeraPdf.faults(pdf)).as(kind.slug()).isEmpty();
      try (Paper paper = new Paper(pdf)) {
        assertThat(json.readTree(paper.attached().getEmbeddedFileUnicode().toByteArray()))
            .as(kind.slug())
            .isEqualTo(data);
        assertThat(paper.missing(data.path("document"))).as(kind.slug()).isEmpty();
        assertThat(paper.fonts()).as(kind.slug()).isNotEmpty().allMatch(PDFont::isEmbedded);
        assertThat(paper.strayBookmarks()).as(kind.slug()).isEmpty();
        assertThat(paper.blankPages()).as(kind.slug()).isEmpty();
        assertThat(paper.overflowingPages()).as(kind.slug()).isEmpty();
      }
    }
  }

  private String rehearse(Path dossier, boolean asJson) {
    return rehearse.run(
        new RehearseArguments(dossier, Optional.of(folder), true, asJson), utf8(out));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream utf8(ByteArrayOutputStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
