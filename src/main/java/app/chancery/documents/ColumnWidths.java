package app.chancery.documents;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are: by what stands in them, and never so narrow that an ordinary
 * word must be broken. Fixed widths keep any table within the page, however long its longest name.
 */
final class ColumnWidths {

  /** What fits into a line of a page, in signs of the type that tables are set in. */
  private static final double LINE = 104;

  /** Longer words may be broken. */
  private static final int LONGEST_WORD = 17;

  /** A cell with more signs than this has more than one line in any case. */
  private static final int LONG_CELL = 60;

  private static final String WORD_ENDS =
      "\\s+|(?<!\\d)-|(?<=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}])";

  /** Between columns, in signs. */
  private static final int GAP = 2;

  private ColumnWidths() {}

  /** In percent, one a column; their sum is 100 but for rounding. */
  static List<Double> of(List<String> headings, List<List<String>> rows) {
    int columns = headings.size();
    double[] least = new double[columns];
    double[] wanted = new double[columns];
    for (int column = 0; column < columns; column++) {
      String heading = headings.get(column);
      least[column] = longestWord(heading);
      wanted[column] = least[column];
      double sum = 0;
      for (List<String> row : rows) {
        String cell = row.size() > column && row.get(column) != null ? row.get(column) : "";
        least[column] = Math.max(least[column], longestWord(cell));
        double length = Math.min(LONG_CELL, Lettering.signs(cell));
        wanted[column] = Math.max(wanted[column], length);
        sum += length;
      }
      double mean = rows.isEmpty() ? 0 : sum / rows.size();
      wanted[column] = GAP + Math.max(least[column], (wanted[column] + mean) / 2);
      least[column] += GAP;
    }
    return percent(shared(least, wanted));
  }

  private static double[] shared(double[] least, double[] wanted) {
    double sumLeast = Arrays.stream(least).sum();
    double sumWanted = Arrays.stream(wanted).sum();
    if (sumWanted <= LINE) {
      return wanted;
    }
    if (sumLeast >= LINE || sumWanted <= sumLeast) {
      return least;
    }
    double part = (LINE - sumLeast) / (sumWanted - sumLeast);
    return IntStream.range(0, least.length)
        .mapToDouble(i -> least[i] + part * (wanted[i] - least[i]))
        .toArray();
  }

  private static List<Double> percent(double[] widths) {
    double sum = Arrays.stream(widths).sum();
    return Arrays.stream(widths)
        .map(width -> Math.round(width / sum * 1000) / 10.0)
        .boxed()
        .toList();
  }

  /**
   * A word may be broken at its hyphens, a date or a quarter may not; in the scripts of East Asia a
   * line ends behind any sign.
   */
  private static double longestWord(String text) {
    return Arrays.stream(text.split(WORD_ENDS))
        .mapToDouble(Lettering::signs)
        .map(length -> Math.min(length, LONGEST_WORD))
        .max()
        .orElse(1);
  }
}
