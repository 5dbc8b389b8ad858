package app.chancery.platform.time;

import app.chancery.platform.refusal.Reading;
import app.chancery.platform.words.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one reader of days, for fields, lines, tables and JSON alike, and how people read them. A day
 * is kept, and told to programs, as {@code 2027-06-30}; it may be written so, as {@code 30.06.2027}
 * or as {@code 30 Jun 2027}. Whatever else stands there is refused, and what can be two days with
 * both of them named.
 */
public final class Dates {

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ROOT);

  private static final DateTimeFormatter IN_FULL =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ROOT);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ROOT);

  /** A date but for its year, as a browser's own field and a slip of the finger give it. */
  private static final Pattern OTHER_YEAR =
      Pattern.compile("(?:\\d{1,9}-\\d{2}-\\d{2})|(?:\\d{1,2}\\.\\d{1,2}\\.\\d{1,9})");

  private static final String UNREAD = "day.unread";

  private static final Map<Locale, MonthNames> NAMES = new ConcurrentHashMap<>();

  /** A year has four digits: with two, or a nought in front, it is a slip. */
  private static final Pattern ISO =
      Pattern.compile("(?<year>[1-9]\\d{3})-(?<month>\\d{2})-(?<day>\\d{2})");

  private static final Pattern DOTTED =
      Pattern.compile("(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>[1-9]\\d{3})");

  /** Written day first in most countries and month first in some. */
  private static final Pattern EITHER =
      Pattern.compile("(?<one>\\d{1,2})[/-](?<other>\\d{1,2})[/-](?<year>[1-9]\\d{3})");

  private static final Pattern EDGES = Pattern.compile("^[\\s\u00A0\u202F]+|[\\s\u00A0\u202F]+$");

  /**
   * A day by itself: not in an address, the name of a file, a number, or a moment with its time.
   */
  private static final Pattern DAY =
      Pattern.compile("(?<![\\w/=.-])\\d{4}-\\d{2}-\\d{2}(?![\\w/=-]|\\.\\w)");

  private Dates() {}

  /** For example "30 Jun 2027". */
  public static String words(LocalDate day) {
    return spoken(WORDS).format(day);
  }

  /** For example "Wednesday, 30 June 2027": who typed a slip sees it by the day of the week. */
  public static String inFull(LocalDate day) {
    return spoken(IN_FULL).format(day);
  }

  /** The month of a day, for example "June 2027". */
  public static String month(LocalDate day) {
    return spoken(MONTH).format(day);
  }

  /** The same in the language of the office. */
  static DateTimeFormatter spoken(DateTimeFormatter format) {
    return format.withLocale(Words.language());
  }

  /** The day that a text says, or why it says none. */
  public static Reading<LocalDate> read(String text) {
    String written = EDGES.matcher(text).replaceAll("");
    return Stream.of(ISO, DOTTED, names().written())
        .map(spelling -> spelling.matcher(written))
        .filter(Matcher::matches)
        .findFirst()
        .map(Dates::day)
        .orElseGet(() -> unread(written));
  }

  private static Reading<LocalDate> day(Matcher found) {
    String month = found.group("month").toLowerCase(Locale.ROOT);
    try {
      return Reading.of(
          LocalDate.of(
              number(found, "year"),
              Optional.ofNullable(names().numbers().get(month))
                  .orElseGet(() -> Integer.valueOf(month)),
              number(found, "day")));
    } catch (DateTimeException noSuchDay) {
      return Reading.refused(found.group(), UNREAD, "day.none");
    }
  }

  private static Reading<LocalDate> unread(String text) {
    Matcher either = EITHER.matcher(text);
    if (either.matches()) {
      int one = number(either, "one");
      int other = number(either, "other");
      if (one != other && isMonth(one) && isMonth(other)) {
        int year = number(either, "year");
        LocalDate dayFirst = LocalDate.of(year, other, one);
        LocalDate monthFirst = LocalDate.of(year, one, other);
        return Reading.refused(
            text,
            UNREAD,
            "day.ambiguous",
            words(dayFirst),
            dayFirst,
            words(monthFirst),
            monthFirst);
      }
    }
    return OTHER_YEAR.matcher(text).matches()
        ? Reading.refused(text, UNREAD, "day.year")
        : Reading.refused(text, UNREAD, UNREAD);
  }

  private static int number(Matcher found, String part) {
    return Integer.parseInt(found.group(part));
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= Month.values().length;
  }

  private static MonthNames names() {
    return NAMES.computeIfAbsent(Words.language(), MonthNames::of);
  }

  /**
   * The months by their names and the short forms of them, in small letters: in English and in the
   * language of the office.
   *
   * @param written a day with such a name; between its parts may be the space that a word processor
   *     puts there
   */
  private record MonthNames(Map<String, Integer> numbers, Pattern written) {

    static MonthNames of(Locale language) {
      Map<String, Integer> numbers =
          Stream.of(Locale.ENGLISH, language)
              .flatMap(
                  each ->
                      Stream.of(TextStyle.FULL, TextStyle.SHORT)
                          .flatMap(style -> named(style, each)))
              .collect(
                  Collectors.toUnmodifiableMap(
                      Map.Entry::getKey, Map.Entry::getValue, (english, other) -> english));
      return new MonthNames(
          numbers,
          Pattern.compile(
              "(?<day>\\d{1,2})[ \u00A0\u202F](?<month>%s)[ \u00A0\u202F](?<year>[1-9]\\d{3})"
                  .formatted(
                      numbers.keySet().stream()
                          .map(Pattern::quote)
                          .collect(Collectors.joining("|"))),
              Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private static Stream<Map.Entry<String, Integer>> named(TextStyle style, Locale language) {
      return Arrays.stream(Month.values())
          .map(
              month ->
                  Map.entry(
                      month.getDisplayName(style, language).toLowerCase(Locale.ROOT),
                      month.getValue()));
    }
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
    return read(found.group()).found().map(Dates::words).orElseGet(found::group);
  }
}
