package app.chancery.readiness;

import java.util.regex.Pattern;

/**
 * The guarantee of collective defence, which comes with membership and with nothing less (rule 1).
 * It is known by its article, by its names, and by what the article says: that an attack on one
 * counts as an attack on others.
 */
public final class Article5 {

  private static final String PROMISED = "(guarantee|commitment|obligation|pledge|clause)";

  private static final Pattern PROMISE =
      Pattern.compile(
          "\\bart(icles?|\\.)?[\\s-]*(5|five|v)\\b"
              + "|\\b(collective|mutual)[\\s-]+defen[cs]e[\\s-]+"
              + PROMISED
              + "|\\b"
              + PROMISED
              + "s?\\s+(of|to|for)\\s+(the\\s+)?(collective|mutual)[\\s-]+defen[cs]e\\b"
              + "|\\battack\\s+(on|upon|against)\\b.*\\battack\\s+(on|upon|against)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

  private Article5() {}

  /** Whether a line of a package promises it. */
  public static boolean isPromisedBy(String line) {
    return PROMISE.matcher(line).find();
  }
}
