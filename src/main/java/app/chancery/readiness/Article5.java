package app.chancery.readiness;

import java.util.regex.Pattern;

/**
 * The guarantee of collective defence, which comes with membership and with nothing less (rule 1).
 */
public final class Article5 {

  private static final Pattern PROMISE =
      Pattern.compile(
          "\\b(article|art\\.?)\\s*(5|five|v)\\b|collective[\\s-]+defen[cs]e\\s+guarantee",
          Pattern.CASE_INSENSITIVE);

  private Article5() {}

  /** Whether a line of a package promises it. */
  public static boolean isPromisedBy(String line) {
    return PROMISE.matcher(line).find();
  }
}
