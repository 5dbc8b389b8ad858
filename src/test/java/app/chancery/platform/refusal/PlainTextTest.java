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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rurit\u00ADania",
        "Rurit\u200Bania",
        "\uFEFFRuritania",
        "Rurit\u2060ania",
        "Rurit\u200Dania",
        "Rurit\u034Fania",
        "\u3164Ruritania"
      })
  void aNameHoldsNothingThatNobodySees(String name) {
    assertThat(PlainText.nameFault(name)).get().asString().contains("nobody sees (U+");
  }

  @ParameterizedTest
  @CsvSource({
    "Al\u200Bpha, U+200B",
    "Al\u200Epha, U+200E",
    "Al\u200Fpha, U+200F",
    "Al\u061Cpha, U+061C",
    "Al\u00ADpha, U+00AD",
    "Al\u2063pha, U+2063",
    "Al\u180Epha, U+180E",
    "Al\uFEFFpha, U+FEFF",
    "Al\uE000pha, U+E000",
    "Al\uDB80\uDC00pha, U+F0000",
    "Al\uFE0Fpha, U+FE0F",
    "Al\uDB40\uDD00pha, U+E0100",
    "Al\uDB40\uDC41pha, U+E0041",
    "Al\u2028pha, U+2028",
    "Al\u0085pha, U+0085",
    "Al\u200Dpha, U+200D",
    "\u0645\u06CC\u200C, U+200C",
    "\u0645\u06CC\u200C\u200C\u062E, U+200C",
  })
  void aLineHoldsNothingThatNobodySees(String line, String character) {
    assertThat(PlainText.lineFault(line)).get().asString().contains(character);
    assertThat(PlainText.linesFault("Alpha\n" + line)).get().asString().contains(character);
  }

  @ParameterizedTest
  @ValueSource(strings = {"One\nTwo", "One\r\nTwo", "One\tTwo"})
  void aLineIsOneLineWithoutTabs(String text) {
    assertThat(PlainText.lineFault(text)).get().asString().contains("must be one line");
    assertThat(PlainText.linesFault(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " Alpha\n",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "\u0915\u094D\u200D\u0937",
        "\u0D28\u0D4D\u200D \u0D15",
        "\u2764\uFE0F",
        "\u845B\uDB40\uDD00",
        "Caf\u00E9 \u00B7 100\u00A0%"
      })
  void aLineInAnyScriptIsTaken(String line) {
    assertThat(PlainText.lineFault(line)).isEmpty();
    assertThat(PlainText.linesFault(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Rurit\u0430nia", "\u0410ldermark", "Dor\u03BFlia of the North", "El\u0501and"})
  void aNameMixesNoLettersThatLookAlikeInAWord(String name) {
    assertThat(PlainText.nameFault(name)).get().asString().contains("two scripts that look alike");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ruritania",
        "C\u00F4te d'Ivoire",
        "\u0420\u0443\u0440\u0438\u0442\u0430\u043D\u0438\u044F (Ruritania)",
        "\u65E5\u672C\u56FD\u306E\u30C6\u30B9\u30C8",
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
        "Bosnia & Herzegovina",
        ""
      })
  void aNameInAnyScriptIsTaken(String name) {
    assertThat(PlainText.nameFault(name)).isEmpty();
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
