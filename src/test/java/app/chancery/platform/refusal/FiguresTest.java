package app.chancery.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "2.1, 2.1",
    "-2.5, -2.5",
    "+3, 3",
    "0, 0",
    "-0.0, 0",
    ".5, 0.5",
    "1.0E-5, 0.00001",
    "0e99, 0",
    "1e300, 1e300",
    "5., 5"
  })
  void aNumberIsRead(String text, double figure) {
    assertThat(Figures.read(text).orElseThrow()).isCloseTo(figure, within(0.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-999999999",
        "1e999999999",
        "1e400",
        "-1e400",
        "1e-400",
        "9e-400",
        "0.001e-322",
        "NaN",
        "Infinity",
        "0x1p3",
        "5d",
        "5f",
        "",
        " ",
        ".",
        "-",
        "e5",
        "1e",
        "1_000",
        "1,5",
        "٣",
        "1111111111111111111111111111111"
      })
  void whatIsNoneIsNotRead(String text) {
    assertThat(Figures.read(text)).isEmpty();
  }
}
