package app.chancery.readiness;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A condition on a number: one of several numbers, comparisons and ranges is met, or none of them.
 *
 * @param not whether none of them may be met
 */
record NumberCondition(boolean not, List<Stretch> stretches) {

  static final String NUMBER = "-?\\d{1,9}(?:\\.\\d{1,9})?";

  /** A number, compared or not, or a range. */
  static final String ONE =
      "(?:(<=|>=|<|>)?\\s*("
          + NUMBER
          + ")|([\\[(\\]])\\s*("
          + NUMBER
          + ")\\s*\\.\\.\\s*("
          + NUMBER
          + ")\\s*([\\])\\[]))";

  private static final Pattern EACH = Pattern.compile(ONE);

  NumberCondition {
    stretches = List.copyOf(stretches);
  }

  /** What stands between two numbers; one of them may be without end. */
  record Stretch(double low, boolean withLow, double high, boolean withHigh) {

    boolean isEmpty() {
      return low > high || low == high && !(withLow && withHigh);
    }

    boolean has(double number) {
      return (withLow ? number >= low : number > low)
          && (withHigh ? number <= high : number < high);
    }
  }

  /**
   * @param cell is written as {@link PolicyFile} takes it
   */
  static NumberCondition of(String cell) {
    return new NumberCondition(
        cell.startsWith("not"),
        EACH.matcher(cell).results().map(NumberCondition::stretch).toList());
  }

  private static Stretch stretch(MatchResult part) {
    if (part.group(3) != null) {
      return new Stretch(
          Double.parseDouble(part.group(4)),
          part.group(3).equals("["),
          Double.parseDouble(part.group(5)),
          part.group(6).equals("]"));
    }
    double number = Double.parseDouble(part.group(2));
    String compared = part.group(1) == null ? "" : part.group(1);
    return switch (compared) {
      case "<" -> new Stretch(Double.NEGATIVE_INFINITY, false, number, false);
      case "<=" -> new Stretch(Double.NEGATIVE_INFINITY, false, number, true);
      case ">" -> new Stretch(number, false, Double.POSITIVE_INFINITY, false);
      case ">=" -> new Stretch(number, true, Double.POSITIVE_INFINITY, false);
      default -> new Stretch(number, true, number, true);
    };
  }

  boolean isMetBy(double number) {
    return stretches.stream().anyMatch(each -> each.has(number)) != not;
  }
}
