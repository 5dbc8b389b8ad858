package app.chancery.platform.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How people read a day. It is kept, and told to programs, as {@code 2027-06-30}. */
public final class Dates {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /**
   * A day by itself: not in an address, the name of a file, a number, or a moment with its time.
   */
  private static final Pattern DAY =
      Pattern.compile("(?<![\\w/=.-])\\d{4}-\\d{2}-\\d{2}(?![\\w/=-]|\\.\\w)");

  private Dates() {}

  /** For example "30 Jun 2027". */
  public static String words(LocalDate day) {
    return WORDS.format(day);
  }

  /**
   * @throws java.time.format.DateTimeParseException if it is not as {@link #words} writes it
   */
  public static LocalDate read(String words) {
    return LocalDate.parse(words, WORDS);
  }

  /**
   * The text with its days in words; what looks like a day but is none is left as it is.
   *
   * @param text null gives null
   */
  public static String inWords(String text) {
    return text == null ? null : DAY.matcher(text).replaceAll(Dates::words);
  }

  private static String words(MatchResult found) {
    try {
      return words(LocalDate.parse(found.group()));
    } catch (DateTimeException e) {
      return found.group();
    }
  }
}
