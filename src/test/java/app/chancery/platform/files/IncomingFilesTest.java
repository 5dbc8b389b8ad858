package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.platform.refusal.Refused;
import app.chancery.platform.refusal.TooLarge;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

/** What is taken by the settings that are delivered. */
class IncomingFilesTest {

  private static final String TYPES = "chancery.files.types.";

  private static final Map<String, String> DELIVERED = delivered();

  private final IncomingFiles files = files("");

  static Stream<String> endings() {
    return DELIVERED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void aFileOfEachKindIsTakenByItsContent(String ending) {
    byte[] content = SampleFiles.all().get(ending);
    assertThat(content).as("a sample of ." + ending).isNotNull();

    TakenFile taken = files.take("ბრიფი." + ending, content);

    assertThat(taken.type()).isEqualTo(DELIVERED.get(ending));
    assertThat(taken.name()).isEqualTo("ბრიფი." + ending);
    assertThat(taken.sha256()).isEqualTo(Sha256.of(content));
  }

  /** Of two kinds; text is text, whatever it is called. */
  @ParameterizedTest
  @MethodSource("endings")
  void aFileThatHoldsAnotherKindIsRefused(String ending) {
    SampleFiles.all()
        .forEach(
            (other, content) -> {
              String type = DELIVERED.get(ending);
              boolean same =
                  type.equals(DELIVERED.get(other))
                      || type.startsWith("text/") && DELIVERED.get(other).startsWith("text/");
              if (!same) {
                assertThatThrownBy(() -> files.take("brief." + ending, content))
                    .as(other + " called " + ending)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is not what its name says");
              }
            });
  }

  @ParameterizedTest
  @MethodSource("endings")
  void programsPagesAndArchivesAreRefusedWhateverTheyAreCalled(String ending) {
    for (byte[] content :
        new byte[][] {
          SampleFiles.text("MZ\u0090\u0000\u0003\u0000\u0000\u0000"),
          SampleFiles.text("<!DOCTYPE html><html><script>alert(1)</script></html>"),
          SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"),
          SampleFiles.text("#!/bin/sh\nrm -rf /\n"),
          SampleFiles.archive(),
          SampleFiles.withMacros(),
          new byte[] {0, 1, 2, 3}
        }) {
      assertThatThrownBy(() -> files.take("brief." + ending, content))
          .as(FileContent.typeOf(content) + " called " + ending)
          .isInstanceOf(Refused.class)
          .hasMessageContaining("is not what its name says");
    }
  }

  @Test
  void aDocumentOfOfficeIsKnownInWhateverOrderItsPartsStand() {
    assertThat(files.take("brief.docx", SampleFiles.officeInAnotherOrder()).type())
        .endsWith("wordprocessingml.document");
  }

  @ParameterizedTest
  @ValueSource(strings = {"brief.exe", "brief", "brief.pdf.html", "brief.docm", "pdf"})
  void aKindThatIsNotInTheSettingsIsRefusedWithThoseThatAre(String name) {
    assertThatThrownBy(() -> files.take(name, SampleFiles.pdf()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(name + " is of no kind that is taken")
        .hasMessageContaining(".docx, ");
  }

  @Test
  void whatIsTooLargeEmptyOrHasNoNameIsRefused() {
    byte[] large = new byte[(10 << 20) + 1];
    assertThatThrownBy(() -> files.take("brief.pdf", large))
        .isInstanceOf(TooLarge.class)
        .hasMessage("brief.pdf has 10.1 MB; at most 10 MB are taken. Nothing was kept.");
    assertThatThrownBy(() -> files.take("brief.pdf", new byte[0])).hasMessageContaining("is empty");
    assertThatThrownBy(() -> files.take("/", SampleFiles.pdf()))
        .hasMessageContaining("no name that can be read");
    assertThatThrownBy(() -> files.take("x".repeat(252) + ".pdf", SampleFiles.pdf()))
        .hasMessageContaining("Its name has 256 characters; at most 255 are taken");
  }

  @Test
  void aNameOf200LettersIsTaken() {
    String name = "წ".repeat(196) + ".pdf";
    assertThat(files.take(name, SampleFiles.pdf()).name()).isEqualTo(name);
  }

  @Test
  void whatTheDaemonFindsCleanIsTaken() throws IOException {
    try (FakeClamAv daemon = new FakeClamAv("stream: OK")) {
      byte[] large = SampleFiles.text("%PDF-1.7\n" + "x".repeat(200_000));

      assertThat(files(daemon.address()).take("brief.pdf", large).content()).isEqualTo(large);
      assertThat(daemon.received()).isEqualTo(large);
    }
  }

  @Test
  void whatTheDaemonFindsSomethingInIsRefused() throws IOException {
    try (FakeClamAv daemon = new FakeClamAv("stream: Win.Test.EICAR_HDB-1 FOUND")) {
      assertThatThrownBy(() -> files(daemon.address()).take("brief.pdf", SampleFiles.pdf()))
          .isInstanceOf(Refused.class)
          .isNotInstanceOf(NotChecked.class)
          .hasMessage(
              "file: brief.pdf was refused: the scanner for malware found something in it.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSTREAM size limit exceeded. ERROR", "", "stream: OK? FOUND it", "OK"})
  void whatTheDaemonDoesNotSayIsNotGuessed(String answer) throws IOException {
    try (FakeClamAv daemon = new FakeClamAv(answer)) {
      assertThatThrownBy(() -> files(daemon.address()).take("brief.pdf", SampleFiles.pdf()))
          .isInstanceOf(NotChecked.class);
    }
  }

  /** Nobody listens there. */
  @Test
  void withoutTheDaemonThatIsConfiguredNothingIsTaken() {
    assertThatThrownBy(() -> files("127.0.0.1:1").take("brief.pdf", SampleFiles.pdf()))
        .isInstanceOf(NotChecked.class)
        .hasMessageContaining("cannot be checked for malware now")
        .hasMessageContaining("try again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"clamav", "clamav:", ":3310", "clamav:port"})
  void anAddressOfADaemonThatIsNoneIsToldAtTheStart(String address) {
    assertThatThrownBy(() -> policy(address)).hasMessageContaining("chancery.files.clamav");
  }

  private static IncomingFiles files(String clamav) {
    FilePolicy policy = policy(clamav);
    return new IncomingFiles(policy, new MalwareScan(policy));
  }

  private static FilePolicy policy(String clamav) {
    return new FilePolicy(DataSize.ofMegabytes(10), 255, DELIVERED, clamav, Duration.ofSeconds(30));
  }

  private static Map<String, String> delivered() {
    try {
      return new YamlPropertySourceLoader()
          .load("application", new ClassPathResource("application.yml")).stream()
              .map(EnumerablePropertySource.class::cast)
              .flatMap(
                  source ->
                      Stream.of(source.getPropertyNames())
                          .filter(name -> name.startsWith(TYPES))
                          .map(name -> Map.entry(name, String.valueOf(source.getProperty(name)))))
              .collect(
                  Collectors.toMap(
                      each -> each.getKey().substring(TYPES.length()), Map.Entry::getValue));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
