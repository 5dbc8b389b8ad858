package app.chancery.oversight;

import app.chancery.platform.refusal.Reading;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A quarter of the calendar year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final int MONTHS = 3;
  private static final int QUARTERS = 4;

  private static final List<String> WORDS =
      List.of("quarter.1", "quarter.2", "quarter.3", "quarter.4");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<year>[1-9]\\d{3})[- ]?[qQ](?<number>[1-4])"
              + "|[qQ](?<numberFirst>[1-4])[- ]?(?<yearLast>[1-9]\\d{3})");

  public Quarter {
    if (number < 1 || number > QUARTERS) {
      throw new IllegalArgumentException("There is no quarter " + number);
    }
  }

  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** Reads what {@link #toString()} writes. */
  @JsonCreator
  public static Quarter parse(String text) {
    int separator = text.indexOf("-Q");
    return new Quarter(
        Integer.parseInt(text.substring(0, separator)),
        Integer.parseInt(text.substring(separator + 2)));
  }

  /** What a person means: {@code 2027-Q1}, {@code 2027 q1} or {@code Q1 2027}. */
  public static Reading<Quarter> read(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return Reading.refused(text, "quarter.unread", "quarter.unread");
    }
    boolean yearFirst = written.group("year") != null;
    return Reading.of(
        new Quarter(
            Integer.parseInt(written.group(yearFirst ? "year" : "yearLast")),
            Integer.parseInt(written.group(yearFirst ? "number" : "numberFirst"))));
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  public LocalDate lastDay() {
    return YearMonth.from(firstDay()).plusMonths(MONTHS - 1L).atEndOfMonth();
  }

  public Quarter next() {
    return of(firstDay().plusMonths(MONTHS));
  }

  public Quarter previous() {
    return of(firstDay().minusDays(1));
  }

  /** The quarters from this one on, the end not included; none if the end is not later. */
  public Stream<Quarter> until(Quarter end) {
    return Stream.iterate(this, quarter -> quarter.compareTo(end) < 0, Quarter::next);
  }

  @Override
  public int compareTo(Quarter other) {
    return Comparator.comparingInt(Quarter::year)
        .thenComparingInt(Quarter::number)
        .compare(this, other);
  }

  /** What people read, for example "first quarter of 2027". */
  public String words() {
    return Words.of(WORDS.get(number - 1)).formatted(year);
  }

  /** For example {@code 2027-Q1}. */
  @JsonValue
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%04d-Q%s", year, number);
  }
}
