package app.chancery.platform.refusal;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of numbers, for fields, lines, tables and texts in JSON: plain decimals as people
 * write them. A comma may stand for the point where it cannot mean thousands; where it can, the
 * number is refused with both readings. Thousands may be set apart by no-break spaces, as a word
 * processor or a spreadsheet does, and a minus may be the true one (U+2212). What only a
 * programming language takes for a number ({@code NaN}, {@code 0x1p3}, {@code 5d}, {@code 1e4}) is
 * none.
 */
public final class Figures {

  /** No-break, narrow no-break, and the one that is as wide as a digit. */
  private static final String NO_BREAK = "\u00A0\u202F\u2007";

  private static final Pattern EDGES =
      Pattern.compile("^[\\s%1$s]+|[\\s%1$s]+$".replace("%1$s", NO_BREAK));

  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{1,30})?|\\.\\d{1,30})");

  private static final Pattern SET_APART =
      Pattern.compile("([+-]?\\d{1,3}(?:[%s]\\d{3}){1,9})([.,]\\d{1,30})?".formatted(NO_BREAK));

  private static final Pattern WITH_COMMA = Pattern.compile("([+-]?)(\\d{1,30}),(\\d{1,30})");

  /** Only so can a comma set thousands apart. */
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}");

  /** As programs write them in JSON: its grammar, with an exponent that is no weapon. */
  private static final Pattern OF_JSON =
      Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");

  private Figures() {}

  /** The number, digit by digit as it was written; or why the text is none. */
  public static Reading<BigDecimal> read(String text) {
    String written = EDGES.matcher(text).replaceAll("").replace('\u2212', '-');
    if (PLAIN.matcher(written).matches()) {
      return Reading.of(new BigDecimal(written));
    }
    Matcher apart = SET_APART.matcher(written);
    if (apart.matches()) {
      String whole = apart.group(1).replaceAll("[%s]".formatted(NO_BREAK), "");
      String part = apart.group(2) == null ? "" : apart.group(2).replace(',', '.');
      return Reading.of(new BigDecimal(whole + part));
    }
    if (THOUSANDS.matcher(written).matches()) {
      return Reading.refused(
          text,
          "figure.unread",
          "figure.ambiguous",
          written.replace(',', '.'),
          written.replace(",", ""));
    }
    return WITH_COMMA.matcher(written).matches()
        ? Reading.of(new BigDecimal(written.replace(',', '.')))
        : Reading.refused(text, "figure.unread", "figure.unread");
  }

  /**
   * Whether a number of JSON is one: not so large or so small that it cannot be told from infinity
   * or from nothing.
   */
  public static boolean isFigureOfJson(String token) {
    if (!OF_JSON.matcher(token).matches()) {
      return false;
    }
    double figure = Double.parseDouble(token);
    return !Double.isInfinite(figure) && (figure != 0 || new BigDecimal(token).signum() == 0);
  }
}
