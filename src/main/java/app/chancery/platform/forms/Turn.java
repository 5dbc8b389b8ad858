package app.chancery.platform.forms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which page saved a draft, and for the how manieth time. A page that is being left cannot wait for
 * the answer to what it saved a moment ago, and so cannot name its version; its last words follow
 * it all the same.
 *
 * @param page drawn by lot by the page itself; 32 hexadecimal digits
 * @param count of nine digits, one more each time
 */
public record Turn(String page, String count) {

  private static final Pattern WRITTEN = Pattern.compile("([0-9a-f]{32})\\.([0-9]{9})");

  /** Empty if it is none, as of a program that saves in its own order. */
  public static Optional<Turn> read(String written) {
    return Optional.ofNullable(written)
        .map(WRITTEN::matcher)
        .filter(Matcher::matches)
        .map(parts -> new Turn(parts.group(1), parts.group(2)));
  }

  String written() {
    return page + "." + count;
  }

  /** Whether the same page saved this after the other one. */
  boolean follows(Turn other) {
    return other != null && page.equals(other.page) && count.compareTo(other.count) > 0;
  }
}
