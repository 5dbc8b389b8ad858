package app.chancery.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @CsvSource({
    "../../etc/passwd.txt, passwd.txt",
    "C:\\Users\\ada\\brief.pdf, brief.pdf",
    "a/b\\c.pdf, c.pdf",
    "'  brief.pdf ', brief.pdf",
    "a%22b.txt, a\"b.txt",
    "წერილი.PDF, წერილი.PDF",
    "report (2) – final; \"x\".pdf, report (2) – final; \"x\".pdf"
  })
  void onlyTheNameIsTakenAsItIs(String given, String kept) {
    FileName name = FileName.of(given);

    assertThat(name.text()).isEqualTo(kept);
    assertThat(name.cleaned()).isFalse();
  }

  @Test
  void whatNobodySeesIsLeftOutAndSaidToBe() {
    Map.of(
            "photo\u202Egpj.exe", "photogpj.exe",
            "a\u0000b.pdf", "ab.pdf",
            "a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf",
            "\u2066a\u2069.pdf", "a.pdf",
            "a\u00ADb\u200Bc\uFEFF.pdf", "abc.pdf")
        .forEach(
            (given, kept) -> {
              FileName name = FileName.of(given);

              assertThat(name.text()).isEqualTo(kept);
              assertThat(name.cleaned()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "a/", "..", "\u202E", " . ", "..\\..\\"})
  void whatIsNoNameIsNone(String given) {
    assertThat(FileName.of(given).text()).isEmpty();
  }

  @Test
  void theEndingCountsInAnyCase() {
    assertThat(FileName.of("a.b.PDF").ending()).isEqualTo("pdf");
    assertThat(FileName.of("brief").ending()).isEmpty();
    assertThat(FileName.of("brief.").ending()).isEmpty();
  }
}
