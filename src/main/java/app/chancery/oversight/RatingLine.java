package app.chancery.oversight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ratings of a programme in one line: two letters for each dimension in their order, its colour
 * and that of the quarterly review before, {@code G}, {@code A} or {@code R}, and {@code -} for
 * none. So ten thousand programmes are counted in as many rows.
 */
public final class RatingLine {

  private static final char NONE = '-';
  private static final int LETTERS = 2;

  private RatingLine() {}

  /**
   * @param ratings one at most of each dimension
   */
  public static String of(Collection<Rating> ratings) {
    Map<StatusDimension, Rating> known = new EnumMap<>(StatusDimension.class);
    ratings.forEach(each -> known.put(each.dimension(), each));
    return Arrays.stream(StatusDimension.values())
        .map(known::get)
        .map(each -> each == null ? pair(null, null) : pair(each.colour(), each.last()))
        .collect(Collectors.joining());
  }

  /** Those that it has, in the order of the dimensions. */
  public static List<Rating> read(String line) {
    List<Rating> ratings = new ArrayList<>();
    for (StatusDimension dimension : StatusDimension.values()) {
      int at = place(dimension) - 1;
      Colour colour = at < line.length() ? colour(line.charAt(at)) : null;
      if (colour != null) {
        ratings.add(new Rating(dimension, colour, colour(line.charAt(at + 1))));
      }
    }
    return ratings;
  }

  /** Where the letters of a dimension begin, from 1 on, as SQL counts. */
  public static int place(StatusDimension dimension) {
    return dimension.ordinal() * LETTERS + 1;
  }

  /**
   * The letters of all who stand so in a dimension.
   *
   * @param colour null for any
   * @param change null for any, and for none
   */
  public static List<String> letters(Colour colour, RatingChange change) {
    return Arrays.stream(Colour.values())
        .filter(each -> colour == null || each == colour)
        .flatMap(
            each ->
                Stream.concat(Stream.of((Colour) null), Arrays.stream(Colour.values()))
                    .map(last -> new Rating(StatusDimension.SCHEDULE, each, last)))
        .filter(each -> change == null || each.change() == change)
        .map(each -> pair(each.colour(), each.last()))
        .toList();
  }

  private static String pair(Colour colour, Colour last) {
    return "" + letter(colour) + letter(last);
  }

  private static char letter(Colour colour) {
    return colour == null ? NONE : colour.name().charAt(0);
  }

  private static Colour colour(char letter) {
    return Arrays.stream(Colour.values())
        .filter(each -> letter(each) == letter)
        .findFirst()
        .orElse(null);
  }

  /** Counts the ratings of many lines, with no object for each of them. */
  public static final class Count {

    private static final String ALL_LETTERS =
        Arrays.stream(Colour.values())
                .map(each -> String.valueOf(letter(each)))
                .collect(Collectors.joining())
            + NONE;

    private final long[][][] programmes =
        new long[StatusDimension.values().length][ALL_LETTERS.length()][ALL_LETTERS.length()];

    /**
     * @param line of a programme
     */
    public void add(String line) {
      for (int dimension = 0; dimension < line.length() / LETTERS; dimension++) {
        int colour = ALL_LETTERS.indexOf(line.charAt(dimension * LETTERS));
        int last = ALL_LETTERS.indexOf(line.charAt(dimension * LETTERS + 1));
        programmes[dimension][colour][last]++;
      }
    }

    /** How many programmes have each rating; those that none has are left out. */
    public Map<Rating, Long> byRating() {
      Map<Rating, Long> counts = new HashMap<>();
      for (StatusDimension dimension : StatusDimension.values()) {
        for (Colour colour : Colour.values()) {
          for (int last = 0; last < ALL_LETTERS.length(); last++) {
            long count = programmes[dimension.ordinal()][colour.ordinal()][last];
            if (count > 0) {
              counts.put(new Rating(dimension, colour, colour(ALL_LETTERS.charAt(last))), count);
            }
          }
        }
      }
      return counts;
    }
  }
}
