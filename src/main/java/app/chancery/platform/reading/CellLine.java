package app.chancery.platform.reading;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line with several entries, {@code |} between them, as a form takes them where it has no rows. A
 * {@code |} that belongs to an entry is written {@code \|}.
 */
public final class CellLine {

  private static final String WITHIN = "\\|";

  private static final Pattern BETWEEN = Pattern.compile("(?<!\\\\)\\|");

  private CellLine() {}

  /** The entries of a line, without blanks around them; at least one. */
  public static List<String> cells(String line) {
    return cells(line, 0);
  }

  /**
   * @param most so many entries; in the last one, further signs belong to it
   */
  public static List<String> cells(String line, int most) {
    return Arrays.stream(BETWEEN.split(line, most == 0 ? -1 : most))
        .map(entry -> entry.replace(WITHIN, "|").strip())
        .toList();
  }

  /** The line that gives these entries. */
  public static String of(Object... entries) {
    return Arrays.stream(entries)
        .map(entry -> entry.toString().replace("|", WITHIN))
        .collect(Collectors.joining(" | "));
  }
}
