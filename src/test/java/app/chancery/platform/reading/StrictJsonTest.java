package app.chancery.platform.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.chancery.platform.refusal.Fault;
import app.chancery.platform.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON is one value, of which nothing is left out. */
class StrictJsonTest {

  private static final StrictJson JSON =
      new StrictJson(new JsonLimits(4, 5, 2, 12, 10), new ObjectMapper());

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1} ", "\n[1]\r\n", "5", "\uFEFF{\"a\":\"\uFEFFb\"}"})
  void oneValueIsTakenWithBlanksAndAMarkAroundIt(String text) {
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text.strip();

    assertThat(JSON.read(utf8(text))).hasToString(bare);
  }

  @Test
  void aFileOfNothingIsNoValue() {
    assertThat(JSON.read(new byte[0]).isMissingNode()).isTrue();
    assertThat(JSON.read(utf8("\uFEFF \n")).isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}\\nold {\"a\":2} | line 2, column 1",
        "{\"a\":1} {\"a\":2}      | line 1, column 9",
        "{\"a\":1} 2              | line 1, column 9",
        "{\"a\":1}}               | line 1, column 8",
        "[],[]                    | line 1, column 3",
        "1 # a                    | line 1, column 3",
      })
  void whatStandsBehindTheValueIsNamed(String text, String place) {
    Fault behind = new Fault("", "Something stands behind the end of the JSON (" + place + ")");

    assertThat(faults(text.replace("\\n", "\n"))).containsExactly(behind);
  }

  @Test
  void aNumberAndANameOfAnyLengthAreRefusedAtTheirField() {
    assertThat(faults("{\"a\":" + "9".repeat(3000) + "}"))
        .containsExactly(new Fault("a", "is no figure"));
    assertThat(faults("{\"" + "n".repeat(60_000) + "\":1}"))
        .containsExactly(new Fault("n".repeat(100) + "…", "is longer than 10 characters"));
  }

  @Test
  void aFieldThatStandsThereTwiceIsNamedWithItsPath() {
    assertThat(faults("{\"a\":{\"b\":[{\"c\":1,\n \"c\":1}], \"b\":2}, \"c\":3}"))
        .containsExactly(
            new Fault("a.b[0].c", "stands there twice (line 2, column 2)"),
            new Fault("a.b", "stands there twice (line 2, column 11)"));
    assertThat(JSON.read(utf8("[{\"a\":1},{\"a\":1}]"))).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "[01]",
        "[+1]",
        "[NaN]",
        "//\n1",
        "[\"a\nb\"]"
      })
  void whatIsNoJsonIsNamed(String text) {
    assertThat(faults(text))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.message())
                    .matches("This is not valid JSON \\(line 1, column \\d\\)"));
  }

  @Test
  void whatIsNotUtf8IsNamedWithItsPlace() {
    assertThat(
            faults("{\"a\":1,\r\n \"b\":\"C\u00F4te\"}".getBytes(Charset.forName("windows-1252"))))
        .containsExactly(new Fault("", "This is not text in UTF-8 (byte F4) (line 2, column 8)"));
    // An overlong slash, and half of a character of its own.
    assertThat(faults(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}))
        .containsExactly(new Fault("", "This is not text in UTF-8 (byte C0) (line 1, column 2)"));
    assertThat(faults(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}))
        .containsExactly(new Fault("", "This is not text in UTF-8 (byte ED) (line 1, column 2)"));
    assertThat(faults("\uFEFF{}".getBytes(StandardCharsets.UTF_16LE)))
        .containsExactly(
            new Fault("", "This is in UTF-16; it must be in UTF-8 (line 1, column 1)"));
    for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      assertThat(faults("{}".getBytes(charset)))
          .containsExactly(
              new Fault("", "This is in UTF-16; it must be in UTF-8 (line 1, column 1)"));
    }
  }

  @Test
  void aNumberIsTakenDigitByDigit() {
    assertThat(JSON.read(utf8("[0.30000000000000000004,25.00]")))
        .extracting(number -> number.decimalValue().toPlainString())
        .containsExactly("0.30000000000000000004", "25.00");
    assertThat(faults("{\"a\":[1,{\"b\":1e400}]}"))
        .containsExactly(new Fault("a[1].b", "is no figure"));
  }

  @Test
  void thereIsOnlySoMuchOfEverything() {
    assertThat(faults("[[[[[]]]]]"))
        .extracting(Fault::message)
        .containsExactly("is deeper than 4 levels");
    assertThat(faults("{\"a\":[1,2,3,4,5,6]}"))
        .containsExactly(new Fault("a", "has more than 5 entries"));
    assertThat(faults("[[1,2,3],[1,2,3],[1,2,3]]"))
        .containsExactly(new Fault("", "The body has more than 12 values"));
    assertThat(faults("{\"a\":\"12345678901\"}"))
        .containsExactly(new Fault("a", "is longer than 10 characters"));
  }

  @Test
  void theFieldsOfAFormOfTheEngineAreNamedAsTheFormDoes() {
    byte[] form = utf8("{\"variables\":{\"reason\":{\"value\":\"so\u202E\"}}}");

    assertThat(catchThrowableOfType(Refused.class, () -> JSON.check(form, true)).faults())
        .extracting(Fault::field)
        .containsExactly("reason");
    assertThat(faults(form)).extracting(Fault::field).containsExactly("variables.reason.value");
  }

  private static List<Fault> faults(String text) {
    return faults(utf8(text));
  }

  private static List<Fault> faults(byte[] file) {
    return catchThrowableOfType(Refused.class, () -> JSON.read(file)).faults();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
