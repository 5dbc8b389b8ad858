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
  @ValueSource(strings = {"\u200B", "\u00A0", " \u2060 ", "\u3164", "\u2800", "\u00AD\u200D"})
  void aTextOfNothingButWhatNobodySeesIsRefused(String text) {
    assertThat(PlainText.fault(text)).contains("holds nothing that can be seen");
  }

  @Test
  void ofALongTextTheBeginningTellsWhichOneIsMeant() {
    assertThat(PlainText.shown("x".repeat(101))).isEqualTo("x".repeat(100) + "…");
  }
}
