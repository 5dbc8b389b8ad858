package app.chancery.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "2.1, 2.1",
    "-2.5, -2.5",
    "+3, 3",
    "0, 0",
    "-0.0, 0.0",
    ".5, 0.5",
    "39.0, 39.0",
    "'0,55', 0.55",
    "'-0,16', -0.16",
    "'0,550', 0.550",
    "'12,5', 12.5",
    "'1008,123', 1008.123",
    "0.1000000000000000055511151231, 0.1000000000000000055511151231"
  })
  void aNumberIsReadDigitByDigit(String text, BigDecimal figure) {
    assertThat(Figures.read(text).value()).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource({
    "\u22120.16, -0.16",
    "\u22122, -2",
    "\u00A025\u00A0, 25",
    "\u202F25, 25",
    "1\u00A0008, 1008",
    "1\u202F008\u202F000, 1008000",
    "\u22121\u00A0008.5, -1008.5",
    "'12\u202F500,25', 12500.25"
  })
  void noBreakSpacesAndTheTrueMinusAreUnderstood(String text, BigDecimal figure) {
    assertThat(Figures.read(text).value()).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource({
    "'1,008', 1.0080, 1008",
    "'-1,008', -1.0080, -1008",
    "'\u22121,008', -1.0080, -1008",
    "'12,500', 12.5, 12500",
    "'999,999', 999.9990, 999999",
    "1.000, 1.0, 1000",
    "+1.008, 1.0080, +1008",
    "-2.125, -2.1250, -2125",
    "\u22122.125, -2.1250, -2125",
    "100.000, 100.0, 100000",
    "999.990, 999.99, 999990"
  })
  void whatCanBeTwoNumbersIsRefusedWithBoth(String text, String one, String other) {
    assertThat(Figures.read(text).fault())
        .isEqualTo(
            "'%s' is not a number that can be told: write %s or %s".formatted(text, one, other));
  }

  @ParameterizedTest
  @CsvSource({"1.0, 1.0", "1.0080, 1.0080", "0.123, 0.123", "1008.123, 1008.123", "1000, 1000"})
  void whatIsProposedInsteadIsUnderstood(String text, BigDecimal figure) {
    assertThat(Figures.read(text).value()).isEqualTo(figure);
  }

  @ParameterizedTest
  @CsvSource({
    "1.728, -2.5, 2.5, 1.728",
    "-1.728, -2.5, 2.5, -1.728",
    "12.500, 0, 100, 12.500",
    "2.125, 0, 2124, 2.125",
    "2.125, 0, 2125,",
    "-2.125, -2125, 0,",
    "-2.125, -2124, 0, -2.125",
    "'1,728', -2.5, 2.5,",
    "'1,72', -2.5, 2.5, 1.72",
    "x, 0, 100,"
  })
  void whereThousandsAreBeyondTheBoundsAPointCanOnlyBeTheOneBeforeTheDecimals(
      String text, BigDecimal least, BigDecimal most, BigDecimal figure) {
    assertThat(Figures.read(text, least, most).value()).isEqualTo(figure);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2,1 %", "2,1%", "2,1\u202F%", "2,1\u2030", "2,1 \u20AC", "2,1$"})
  void ofANumberWithItsSignIsSaidToLeaveTheSignOut(String text) {
    String fault = "'%s' is a number with a sign that the field has already: write 2,1";

    assertThat(Figures.read(text).fault()).isEqualTo(fault.formatted(text));
    assertThat(Figures.read(text, BigDecimal.ZERO, BigDecimal.TEN).fault())
        .isEqualTo(fault.formatted(text));
  }

  @Test
  void ofManySignsNoneIsTakenForThatOfAUnit() {
    String text = "25" + "%".repeat(50_000);

    assertThat(Figures.read(text).wanted()).isEqualTo("is not a number like 1008, 0.55 or -0.16");
  }

  @Test
  void whereBoundsAreKnownARefusalNamesThem() {
    BigDecimal five = BigDecimal.valueOf(5.0);

    for (String text : List.of("x", "high", "%", "1e4")) {
      Reading<BigDecimal> reading = Figures.read(text, BigDecimal.ONE, five);
      assertThat(reading.fault()).isEqualTo("'%s' is not a number from 1 to 5".formatted(text));
      assertThat(reading.wanted()).isEqualTo("is not a number from 1 to 5");
      assertThat(Figures.readWhole(text, BigDecimal.ONE, five)).isEqualTo(reading);
    }
    assertThat(Figures.read("1,008", BigDecimal.ONE, five).wanted())
        .isEqualTo("is not a number from 1 to 5");
  }

  @Test
  void ofAWholeNumberOnlyTheWholeReadingIsOffered() {
    BigDecimal most = BigDecimal.valueOf(10_000);

    for (String text : List.of("1,234", "1.234")) {
      assertThat(Figures.readWhole(text, BigDecimal.ZERO, most).fault())
          .isEqualTo("'%s' is not a whole number that can be told: write 1234".formatted(text));
      assertThat(Figures.readWhole(text, BigDecimal.ZERO, BigDecimal.TEN).fault())
          .isEqualTo("'%s' is not a number from 0 to 10".formatted(text));
    }
    assertThat(Figures.readWhole("12", BigDecimal.ZERO, most).value()).isEqualByComparingTo("12");
  }

  @Test
  void aProgramWritesAPointOnlyBeforeTheDecimals() {
    assertThat(Figures.ofProgram("1.008").value()).isEqualTo(new BigDecimal("1.008"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.55d",
        "0x1.8p0",
        "1e400",
        "1e4",
        "1.0E-5",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x1p3",
        "5d",
        "5f",
        "5L",
        "",
        " ",
        "\u00A0",
        ".",
        "5.",
        "-",
        "\u2212",
        "\u201325",
        "--5",
        "- 5",
        "e5",
        "1e",
        "1_000",
        "1 008",
        "1'008",
        "1,008.5",
        "1.008,5",
        "1,008,000",
        "1\u00A00",
        "1\u00A0008\u00A00",
        "1,",
        ",5",
        "٣",
        "1111111111111111111111111111111"
      })
  void whatIsNoneIsRefused(String text) {
    assertThat(Figures.read(text).fault())
        .isEqualTo("'%s' is not a number like 1008, 0.55 or -0.16".formatted(text));
  }

  @Test
  void whatIsWrittenOutAgainReadsTheSame() {
    Random random = new Random(1908);
    for (int round = 0; round < ROUNDS; round++) {
      BigDecimal figure =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(18));
      String plain = figure.toPlainString();
      assertThat(Figures.ofProgram(plain).value()).isEqualTo(figure);
      if (plain.matches("-?[1-9]\\d{0,2}\\.\\d{3}")) {
        assertThat(Figures.read(plain).value()).isNull();
        plain += "0";
        figure = figure.setScale(4);
      }
      assertThat(Figures.read(plain).value()).isEqualTo(figure);
      assertThat(Figures.read("\u202F" + plain.replace('-', '\u2212')).value()).isEqualTo(figure);
      assertThat(Figures.read(setApart(plain)).value()).isEqualTo(figure);
    }
  }

  /** Whatever is typed is read as the very digits that stand there, or refused with what it was. */
  @Test
  void nothingElseIsReadThanWhatStandsThere() {
    Random random = new Random(1949);
    List<String> signs =
        List.of("0", "1", "2", "5", "9", ".", ",", "-", "+", "\u2212", "\u00A0", " ", "e", "d");
    Pattern number = Pattern.compile("[-+\u2212]?[\\d\u00A0]*[.,]?\\d+");
    int read = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String text =
          IntStream.range(0, 1 + random.nextInt(7))
              .mapToObj(at -> signs.get(random.nextInt(signs.size())))
              .collect(Collectors.joining());
      Reading<BigDecimal> reading = Figures.read(text);
      if (reading.value() == null) {
        assertThat(reading.fault()).startsWith("'" + text + "' is not a number");
      } else {
        read++;
        String bare = text.replaceAll("^[\\s\u00A0]+|[\\s\u00A0]+$", "");
        assertThat(bare).matches(number);
        assertThat(reading.value().signum() < 0)
            .isEqualTo(bare.matches("[-\u2212].*") && bare.matches(".*[1-9].*"));
        assertThat(digits(reading.value().toPlainString())).isEqualTo(digits(bare));
        assertThat(reading.value().scale()).isEqualTo(scale(bare));
      }
    }
    assertThat(read).isBetween(1000, ROUNDS - 1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-0.0", "0e99", "2.1", "1.0E-5", "1e300"})
  void aProgramMayWriteAnExponentInJson(String token) {
    assertThat(Figures.isFigureOfJson(token)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-999999999",
        "1e999999999",
        "1e400",
        "-1e400",
        "1e-400",
        "0.001e-322",
        "NaN",
        "1111111111111111111111111111111"
      })
  void whatCannotBeToldFromInfinityOrNothingIsNoFigureOfJson(String token) {
    assertThat(Figures.isFigureOfJson(token)).isFalse();
  }

  private static String setApart(String plain) {
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00A0")
        + (point < 0 ? "" : plain.substring(point));
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "").replaceFirst("^0+(?=\\d)", "");
  }

  private static int scale(String text) {
    int point = text.replace(',', '.').indexOf('.');
    return point < 0 ? 0 : text.length() - point - 1;
  }
}
