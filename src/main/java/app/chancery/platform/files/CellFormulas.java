package app.chancery.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cells of a table of text that a sheet takes for formulas when it opens the table: they can run a
 * program or send what stands beside them elsewhere. Such a table holds values; numbers with a
 * sign, telephone numbers and lists with dashes are some.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class CellFormulas {

  /** What one program writes between cells another one takes for a part of them. */
  private static final Set<Character> DELIMITERS = Set.of(',', ';', '\t', '|');

  /** Excel takes the delimiter from such a first line. */
  private static final Pattern CHOSEN = Pattern.compile("^\\s*\"?sep=([^\\r\\n\"])");

  /** A table of the oldest sheets, with formulas in every second line, whatever it is called. */
  private static final Pattern OLD_SHEET = Pattern.compile("^ID;P");

  private static final String BEFORE = "^[\\s\\p{Z}\\p{Cf}]*";

  /** Lines of equals signs are rules between parts of a text. */
  private static final Pattern EQUALS = Pattern.compile(BEFORE + "[=\uFF1D]+[\\s\\p{Z}]*[^=\\s]");

  /** A number may begin so, and a formula that calls a function or talks with a program. */
  private static final Pattern SIGN =
      Pattern.compile(
          BEFORE
              + "[+\\-@\uFF0B\uFF0D\uFF20](?:[\\s\\p{Z}]*[\\p{L}_][\\w.]*\\(|.*(?:(?<!\\w)"
              + "(?:HYPERLINK|WEBSERVICE|IMPORT\\w*|IMAGE|RTD|CALL|EXEC|DDE)\\s*\\(|\\|.*!)).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private CellFormulas() {}

  /** The first one that is found. */
  static Optional<String> first(String table) {
    if (OLD_SHEET.matcher(table).find()) {
      return Optional.of(table.lines().findFirst().orElseThrow());
    }
    Set<Character> delimiters = new TreeSet<>(DELIMITERS);
    Matcher chosen = CHOSEN.matcher(table);
    if (chosen.find()) {
      delimiters.add(chosen.group(1).charAt(0));
    }
    return delimiters.stream().flatMap(delimiter -> first(table, delimiter).stream()).findFirst();
  }

  private static Optional<String> first(String table, char delimiter) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter)
            .setLenientEof(true)
            .setTrailingData(true)
            .get();
    try (CSVParser lines = CSVParser.parse(table, format)) {
      return lines.stream().flatMap(CSVRecord::stream).filter(CellFormulas::isFormula).findFirst();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  private static boolean isFormula(String cell) {
    return EQUALS.matcher(cell).find() || SIGN.matcher(cell).matches();
  }
}
