package app.chancery.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Two lines,\r\n\ttabbed",
        "საქართველო",
        "ישראל \u200Fא\u200E",
        "المغرب \u061C ١٢",
        "ایران می\u200Cخواهد",
        "क्\u200Dष",
        "Côte d’Ivoire — São Tomé",
        "e\u0301\u00AD\u200B",
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \uD83C\uDDEB\uD83C\uDDEE"
      })
  void whatPeopleWriteInAnyScriptIsTaken(String text) {
    assertThat(PlainText.fault(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" Testland\n", "\u00A0Testland", "Testland\u00A0\u202F", "\u3000Testland\t"})
  void blanksAroundATextAreNoPartOfItThoseThatBreakNoLineAmongThem(String text) {
    assertThat(PlainText.stripped(text)).isEqualTo("Testland");
    assertThat(PlainText.stripped("Test\u00A0land")).isEqualTo("Test\u00A0land");
  }

  @ParameterizedTest
  @CsvSource({
    "met, met.",
    "met., met.",
    "Why?, Why?",
    "会议。, 会议。",
    "საქართველო, საქართველო.",
    "(see above), (see above).",
    "'', ''",
  })
  void aTextBecomesASentenceThatAnotherOneCanFollow(String text, String sentence) {
    assertThat(PlainText.sentence(text)).isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "0000, control",
    "0001, control",
    "0008, control",
    "000B, control",
    "000C, control",
    "001B, control",
    "001F, control",
    "007F, control",
    "0080, control",
    "009F, control",
    "2028, control",
    "2029, control",
    "D800, half",
    "DFFF, half",
    "FDEF, means nothing",
    "FFFB, means nothing",
    "E0000, means nothing",
    "E007F, means nothing",
    "202A, direction",
    "202E, direction",
    "2066, direction",
    "2069, direction",
    "206F, direction",
    "FDD0, means nothing",
    "FFF9, means nothing",
    "FFFD, could not be read",
    "FFFE, means nothing",
    "1FFFF, means nothing",
    "E0041, means nothing"
  })
  void whatNobodySeesIsRefusedWithItsPlace(String code, String reason) {
    String text = "אב" + new String(Character.toChars(Integer.parseInt(code, 16))) + " ";

    assertThat(PlainText.fault(text).orElseThrow()).contains(reason, "U+" + code, "character 3");
    assertThat(PlainText.shown(text)).isEqualTo("אב\uFFFD ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u00A0",
        " \u2060 ",
        "\u3164",
        "\u2800",
        "\u00AD\u200D",
        "\u034F",
        "\u115F\u1160",
        "\uFFA0"
      })
  void aTextOfNothingButWhatNobodySeesIsRefused(String text) {
    assertThat(PlainText.fault(text)).contains("holds nothing that can be seen");
  }

  @Test
  void aTextOfBlanksIsForOthersToRefuse() {
    assertThat(PlainText.fault("")).isEmpty();
    assertThat(PlainText.fault(" \t\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x20,
        0x7E,
        0xA0,
        0x2027,
        0x202F,
        0x2065,
        0x2070,
        0xD7FF,
        0xE000,
        0xFDCF,
        0xFDF0,
        0xFFF8,
        0xFFFC,
        0xFFFF + 1,
        0xDFFFD,
        0xE0080
      })
  void theirNeighboursAreTaken(int character) {
    assertThat(PlainText.fault("a" + Character.toString(character) + "b")).isEmpty();
  }

  @Test
  void aCharacterIsCountedOnceHoweverItIsKept() {
    assertThat(PlainText.fault("\uD83D\uDC68\u0007"))
        .contains("holds a control character (U+0007, character 2)");
  }

  @Test
  void aTextThatIsNotPlainIsAFaultOfItsField() {
    Faults faults = new Faults();

    assertThat(PlainText.check("plain", "name", faults)).isTrue();
    assertThat(faults.list()).isEmpty();

    assertThat(PlainText.check("a\u0007", "name", faults)).isFalse();
    assertThat(faults.list())
        .containsExactly(new Fault("name", "holds a control character (U+0007, character 2)"));
  }

  @Test
  void ofALongTextTheBeginningTellsWhichOneIsMeant() {
    assertThat(PlainText.shown("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
    assertThat(PlainText.shown("x".repeat(100))).isEqualTo("x".repeat(100));
  }
}
