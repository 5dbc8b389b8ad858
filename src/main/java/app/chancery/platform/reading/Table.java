package app.chancery.platform.reading;

import app.chancery.platform.reading.Cells.Cell;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A table in CSV: UTF-8, a header, commas between values. Rows and columns that are wholly empty
 * are none. The line of a row is that of the file on which it begins.
 */
public final class Table {

  private static final char COMMA = ',';

  /** What other programs put between values, and what it is called. */
  private static final Map<Character, String> OTHER_SEPARATORS =
      new TreeMap<>(Map.of(';', "semicolons", '\t', "tabs", '|', "bars"));

  /** Blanks of any width and marks of byte order, which nobody sees around a name. */
  private static final Pattern EDGES = Pattern.compile("^[\\s\\h\uFEFF]+|[\\s\\h\uFEFF]+$");

  private final List<String> header;
  private final List<Row> rows;

  private Table(List<String> header, List<Row> rows) {
    this.header = header;
    this.rows = rows;
  }

  /**
   * Reads a file, with or without a byte order mark.
   *
   * @param faults what is wrong with single rows is added to it; they are left out
   * @throws Refused if it is not UTF-8, or its header or size is wrong, naming line and column
   */
  public static Table read(byte[] file, Columns columns, Faults faults) {
    Utf8 text = Utf8.of(file);
    text.wrong()
        .ifPresent(
            wrong -> {
              throw new Refused(
                  placeOfEnd(text.text()), Words.of("table.theFile").formatted(wrong));
            });
    return new Reading(text.text(), columns, faults).read();
  }

  /** The same for a text. */
  public static Table read(String text, Columns columns, Faults faults) {
    return new Reading(Utf8.withoutMark(text), columns, faults).read();
  }

  /** Those without a fault of their form. */
  public List<Row> rows() {
    return rows;
  }

  /** Where a value stands, such as {@code line 3, column 5 (actor)}. */
  public String place(int line, String column) {
    int index = header.indexOf(column);
    return index < 0
        ? Words.of("table.line").formatted(line, column)
        : Words.of("table.lineColumn").formatted(line, index + 1, column);
  }

  private static String place(int line, int index, List<String> header) {
    String name = index < header.size() ? header.get(index) : "";
    return Words.of("table.lineColumn")
        .formatted(
            line, index + 1, name.isEmpty() ? Words.of("table.none") : PlainText.shown(name));
  }

  /** Where a text ends that goes on otherwise than it may. */
  private static String placeOfEnd(String begin) {
    // So that what ends with a line or a separator has begun the next one.
    Cells cells = new Cells(begin + ".", COMMA, 0);
    List<String> header = List.of();
    List<Cell> last = List.of();
    while (cells.hasMore()) {
      last = cells.nextRow();
      header = header.isEmpty() && cells.hasMore() && !isBlank(last) ? names(last) : header;
    }
    return place(Math.max(1, (int) (begin + ".").lines().count()), last.size() - 1, header);
  }

  private static boolean isBlank(List<Cell> row) {
    return row.stream().allMatch(cell -> cell.closed() && cell.text().isBlank());
  }

  private static List<String> names(List<Cell> row) {
    return row.stream().map(cell -> EDGES.matcher(cell.text()).replaceAll("")).toList();
  }

  private static List<String> values(List<Cell> row) {
    return row.stream().map(cell -> cell.text().strip()).toList();
  }

  /** One row of a table. */
  public final class Row {

    private final int line;
    private final List<String> values;

    private Row(int line, List<String> values) {
      this.line = line;
      this.values = values;
    }

    /** On which it begins in the file, from 1. */
    public int line() {
      return line;
    }

    /** Without blanks around it; empty if the table does not have the column. */
    public String value(String column) {
      int index = header.indexOf(column);
      return index < 0 ? "" : values.get(index);
    }

    /** Where the value of a column stands. */
    public String place(String column) {
      return Table.this.place(line, column);
    }
  }

  private static final class Reading {

    private final String text;
    private final Columns columns;
    private final Faults faults;
    private final Cells cells;
    private List<String> header;
    private int width;

    Reading(String text, Columns columns, Faults faults) {
      this.text = text;
      this.columns = columns;
      this.faults = faults;
      this.cells = new Cells(text, COMMA, 0);
    }

    Table read() {
      header = readHeader();
      width = header.size();
      while (header.get(width - 1).isEmpty()) {
        width--;
      }
      List<Row> rows = new ArrayList<>();
      Table table = new Table(header, rows);
      int found = 0;
      while (cells.hasMore()) {
        int begin = cells.offset();
        int line = cells.line();
        List<Cell> row = cells.nextRow();
        if (!isBlank(row)) {
          found++;
          if (found > columns.mostRows()) {
            throw new Refused("", Words.counted("table.rows", columns.mostRows()));
          }
          if (isReadable(row, line, faults) && fits(row, line, begin)) {
            rows.add(table.new Row(line, padded(values(row))));
          }
        }
      }
      faults.check(
          found > 0, place(cells.line(), 0, header), Words.of("table.thereIsNoLineBelowThe"));
      return table;
    }

    /** Nothing below a wrong header can be read. */
    private List<String> readHeader() {
      int begin = 0;
      int line = 1;
      List<Cell> row = List.of();
      while (cells.hasMore() && isBlank(row)) {
        begin = cells.offset();
        line = cells.line();
        row = cells.nextRow();
      }
      header = names(row);
      Faults wrong = new Faults();
      if (isBlank(row)) {
        wrong.add(place(1, 0, columns.known()), Words.of("table.theFileIsEmpty"));
      } else if (header.size() > columns.most()) {
        wrong.add(
            Words.of("table.line2").formatted(line),
            Words.of("table.hasMoreThanColumns").formatted(columns.most()));
      } else if (isReadable(row, line, wrong)) {
        checkNames(line, begin, wrong);
      }
      wrong.refuseIfAny();
      return header;
    }

    private void checkNames(int line, int begin, Faults wrong) {
      Optional<String> separator = otherSeparator(begin, names -> known(names) > known(header));
      if (separator.isPresent()) {
        wrong.add(Words.of("table.line2").formatted(line), separator.get());
        return;
      }
      if (known(header) == 0) {
        wrong.add(
            place(line, 0, header),
            Words.of("table.theFirstLineMustNameThe").formatted(columns.listed()));
        return;
      }
      for (int index = 0; index < header.size(); index++) {
        String name = header.get(index);
        wrong.check(
            name.isEmpty() || columns.known().contains(name),
            place(line, index, header),
            Words.of("table.isNotAColumnKnownAre").formatted(columns.listed()));
        wrong.check(
            name.isEmpty() || header.indexOf(name) == index,
            place(line, index, header),
            Words.of("table.standsThereTwiceInColumnToo").formatted(header.indexOf(name) + 1));
      }
      columns.known().stream()
          .filter(columns.required()::contains)
          .filter(name -> !header.contains(name))
          .forEach(
              name ->
                  wrong.add(
                      Words.of("table.line").formatted(line, name),
                      Words.of("table.theColumnIsMissing")));
    }

    private boolean isReadable(List<Cell> row, int line, Faults wrong) {
      boolean readable = true;
      for (int index = 0; index < row.size(); index++) {
        Cell cell = row.get(index);
        readable &=
            PlainText.check(cell.text(), place(line, index, header), wrong)
                & wrong.check(
                    cell.closed(),
                    place(cell.line(), index, header),
                    Words.of("table.aQuotedValueMustEndWith"));
      }
      return readable;
    }

    private boolean fits(List<Cell> row, int line, int begin) {
      if (names(row).equals(header)) {
        return faults.check(
            false, place(line, 0, header), Words.of("table.theHeaderStandsHereOnceMore"));
      }
      if (row.size() < width) {
        return faults.check(
            false,
            place(line, row.size(), header),
            otherSeparator(begin, values -> values.size() >= width)
                .orElse(Words.of("table.theLineHasValuesForColumns").formatted(row.size(), width)));
      }
      boolean fits = true;
      for (int index = 0; index < row.size(); index++) {
        boolean named = index < header.size() && !header.get(index).isEmpty();
        fits &=
            faults.check(
                named || row.get(index).text().isBlank(),
                place(line, index, header),
                index < header.size()
                    ? Words.of("table.theColumnHasNoName")
                    : Words.of("table.theLineHasValuesForColumns")
                        .formatted(row.size(), header.size()));
      }
      return fits;
    }

    private Optional<String> otherSeparator(int begin, Predicate<List<String>> fitsBetter) {
      return OTHER_SEPARATORS.entrySet().stream()
          .filter(other -> fitsBetter.test(names(new Cells(text, other.getKey(), begin).nextRow())))
          .map(Map.Entry::getValue)
          .findFirst()
          .map(Words.of("table.theValuesAreSeparatedByThere")::formatted);
    }

    private long known(List<String> names) {
      return names.stream().filter(columns.known()::contains).count();
    }

    /** What is behind the last column with a name may be left out. */
    private List<String> padded(List<String> values) {
      List<String> padded = new ArrayList<>(values);
      padded.addAll(Collections.nCopies(Math.max(0, header.size() - values.size()), ""));
      return padded;
    }
  }
}
