package app.chancery.platform.refusal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of numbers, for fields, lines, tables and texts in JSON: plain decimals as people
 * write them. A comma may stand for the point. Where a comma or a point can mean thousands, the
 * number is refused with both readings: {@code 1,008} and {@code 1.008}, but not {@code 0.550},
 * {@code 1008.123} or {@code 1.0080}. Thousands may be set apart by no-break spaces, as a word
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

  /** Per cent, per mille or a currency behind a number. */
  private static final Pattern SIGN = Pattern.compile("[%\u2030\\p{Sc}]");

  /** Only so can a comma or a point set thousands apart. */
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9]\\d{0,2}[.,]\\d{3}");

  /**
   * Thousands are set apart by groups of three digits, and so have no more digits behind a point.
   */
  private static final int GROUP = 3;

  /** As programs write them in JSON: its grammar, with an exponent that is no weapon. */
  private static final Pattern OF_JSON =
      Pattern.compile("-?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");

  private static final String WITHIN = "figure.unreadWithin";

  private Figures() {}

  /** The number, digit by digit as it was written; or why the text is none. */
  public static Reading<BigDecimal> read(String text) {
    String written = bare(text);
    return THOUSANDS.matcher(written).matches() ? ambiguous(text, written) : told(text, written);
  }

  /**
   * The same of a number with bounds, both included: where thousands are beyond them, a point can
   * only be the one before the decimals. Whether the number is within them is for the caller to
   * look at.
   */
  public static Reading<BigDecimal> read(String text, BigDecimal least, BigDecimal most) {
    String written = bare(text);
    if (!THOUSANDS.matcher(written).matches()) {
      Reading<BigDecimal> told = told(text, written);
      return told.found().isPresent() || behindIsASign(written)
          ? told
          : Reading.unread(text, WITHIN, plain(least), plain(most));
    }
    return written.contains(",") || isThousandsWithin(written, least, most)
        ? new Reading<>(
            null,
            ambiguous(text, written).fault(),
            Reading.unread(text, WITHIN, plain(least), plain(most)).wanted())
        : told(text, written);
  }

  /**
   * The same of a whole number with bounds: only one reading of what may mean thousands is whole,
   * and that one is offered.
   */
  public static Reading<BigDecimal> readWhole(String text, BigDecimal least, BigDecimal most) {
    String written = bare(text);
    if (!THOUSANDS.matcher(written).matches()) {
      return read(text, least, most);
    }
    return isThousandsWithin(written, least, most)
        ? Reading.refused(
            text, "figure.unread", "figure.ambiguousWhole", written.replaceAll("[.,]", ""))
        : Reading.unread(text, WITHIN, plain(least), plain(most));
  }

  private static boolean isThousandsWithin(String written, BigDecimal least, BigDecimal most) {
    BigDecimal thousands = new BigDecimal(written.replaceAll("[.,]", ""));
    return thousands.compareTo(least) >= 0 && thousands.compareTo(most) <= 0;
  }

  private static String plain(BigDecimal bound) {
    return bound.signum() == 0 ? "0" : bound.stripTrailingZeros().toPlainString();
  }

  /** The same of a number that no person wrote: a point is the one before the decimals. */
  public static Reading<BigDecimal> ofProgram(String text) {
    return told(text, bare(text));
  }

  private static String bare(String text) {
    return EDGES.matcher(text).replaceAll("").replace('\u2212', '-');
  }

  /** Named as both would be understood: 1.0 or 1000, 1.0080 or 1008. */
  private static Reading<BigDecimal> ambiguous(String text, String written) {
    BigDecimal decimal = new BigDecimal(written.replace(',', '.')).stripTrailingZeros();
    int digits = decimal.scale() == GROUP ? GROUP + 1 : Math.max(1, decimal.scale());
    return Reading.refused(
        text,
        "figure.unread",
        "figure.ambiguous",
        decimal.setScale(digits).toPlainString(),
        written.replaceAll("[.,]", ""));
  }

  private static Reading<BigDecimal> told(String text, String written) {
    return number(written)
        .map(Reading::of)
        .orElseGet(
            () ->
                behindIsASign(written)
                    ? Reading.refused(text, "figure.unread", "figure.signed", withoutLast(written))
                    : Reading.unread(text, "figure.unread"));
  }

  private static Optional<BigDecimal> number(String written) {
    if (PLAIN.matcher(written).matches()) {
      return Optional.of(new BigDecimal(written));
    }
    Matcher apart = SET_APART.matcher(written);
    if (apart.matches()) {
      String whole = apart.group(1).replaceAll("[%s]".formatted(NO_BREAK), "");
      String part = apart.group(2) == null ? "" : apart.group(2).replace(',', '.');
      return Optional.of(new BigDecimal(whole + part));
    }
    return WITH_COMMA.matcher(written).matches()
        ? Optional.of(new BigDecimal(written.replace(',', '.')))
        : Optional.empty();
  }

  /** Whether a number stands there with the sign of its unit, which the field has already. */
  private static boolean behindIsASign(String written) {
    return !written.isEmpty()
        && SIGN.matcher(written.substring(written.length() - 1)).matches()
        && number(withoutLast(written)).isPresent();
  }

  private static String withoutLast(String written) {
    return bare(written.substring(0, written.length() - 1));
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
