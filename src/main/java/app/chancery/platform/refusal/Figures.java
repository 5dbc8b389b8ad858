package app.chancery.platform.refusal;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people and programs write them: digits, a point, at most an exponent. What is too
 * large or too small to be told from infinity or from nothing is no figure, nor is what only a
 * programming language takes for one ({@code NaN}, {@code 0x1p3}, {@code 5d}).
 */
public final class Figures {

  private static final Pattern WRITTEN =
      Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,3})?");

  private Figures() {}

  /** The number, or nothing if the text is no figure. */
  public static OptionalDouble read(String text) {
    if (!WRITTEN.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double figure = Double.parseDouble(text);
    boolean vanished = figure == 0 && hasDigitAboveZero(text);
    return Double.isInfinite(figure) || vanished
        ? OptionalDouble.empty()
        : OptionalDouble.of(figure);
  }

  private static boolean hasDigitAboveZero(String text) {
    return text.toLowerCase(java.util.Locale.ROOT)
        .split("e")[0]
        .chars()
        .anyMatch(digit -> digit >= '1' && digit <= '9');
  }
}
