package app.chancery.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scripts can be read on paper. */
class PaperFontsTest {

  /** A second wave dash and a syllable in a circle. */
  private static final Set<Integer> NOT_IN_THE_FONT = Set.of(0x301C, 0x327E);

  /** The signs that these countries agreed on for their own texts. */
  @ParameterizedTest
  @ValueSource(strings = {"GB2312", "Big5", "Shift_JIS", "EUC-KR"})
  void everyIdeographSyllableAndKanaOfEastAsiaIsOnPaper(String charset) {
    CharsetEncoder known = Charset.forName(charset).newEncoder();

    assertThat(
            IntStream.rangeClosed(0x2E80, 0xFFFF)
                .filter(sign -> !Character.isSurrogate((char) sign))
                .filter(sign -> Character.getType(sign) != Character.PRIVATE_USE)
                .filter(sign -> known.canEncode((char) sign))
                .filter(sign -> !NOT_IN_THE_FONT.contains(sign)))
        .hasSizeGreaterThan(5000)
        .allMatch(sign -> PaperFonts.have(sign) || PaperFonts.isUnseen(sign));
  }

  @ParameterizedTest
  @CsvSource({
    "LATIN, 0000, 024F",
    "LATIN, 1EA0, 1EF9",
    "GREEK, 0370, 03FF",
    "CYRILLIC, 0400, 0525",
    "ARMENIAN, 0561, 0587",
    "HEBREW, 05D0, 05EA",
    "ARABIC, 0621, 063A",
    "ARABIC, 0641, 064A",
    "GEORGIAN, 10D0, 10FA",
    "HIRAGANA, 3041, 3094",
    "KATAKANA, 30A1, 30F6",
    "HANGUL, AC00, D7A3",
    "HAN, 4E00, 9FBB"
  })
  void everyLetterOfTheScriptIsOnPaper(Character.UnicodeScript script, String from, String to) {
    assertThat(
            IntStream.rangeClosed(Integer.parseInt(from, 16), Integer.parseInt(to, 16))
                .filter(sign -> Character.isLetter(sign))
                .filter(sign -> Character.UnicodeScript.of(sign) == script))
        .isNotEmpty()
        .allMatch(PaperFonts::have);
  }

  @Test
  void whatShowsNothingByItselfIsNotMissed() {
    assertThat(" \u00A0\u3000\u200D\u200F\u200B\uFE0F\u034F\u00AD".codePoints())
        .isNotEmpty()
        .allMatch(PaperFonts::isUnseen);
    assertThat("a.\u0301\u093E\uE000".codePoints()).noneMatch(PaperFonts::isUnseen);
  }

  @Test
  void whatNoFontHasIsSpelledAndNamed() {
    MissingSigns missing = MissingSigns.of("日 \ud83d\udd4a a\u0915\u0915\ue000");

    assertThat(missing.signs()).containsExactly(0x915, 0xE000, 0x1F54A);
    assertThat(missing.spelledIn("<b>\ud83d\udd4a a\u0915 日</b>"))
        .isEqualTo("<b>[U+1F54A] a[U+0915] 日</b>");
    assertThat(missing.sentence())
        .contains("(3): U+0915 DEVANAGARI LETTER KA, U+E000 ", "U+1F54A DOVE OF PEACE.");
    assertThat(missing.numbers()).isEqualTo("U+0915, U+E000, U+1F54A");
    assertThat(MissingSigns.of("Żółw 日本 Ελλάδα\u200F").isEmpty()).isTrue();
  }

  @Test
  void ofManySignsTheFirstAreNamedAndAllAreCounted() {
    MissingSigns missing =
        MissingSigns.of(
            IntStream.range(0x905, 0x925)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());

    assertThat(missing.sentence()).contains("(32):").endsWith("U+0910 DEVANAGARI LETTER AI, …");
  }
}
