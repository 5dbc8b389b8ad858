package app.chancery.platform.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A text of values with a separator between them, cell by cell, as RFC 4180 has it, with any of the
 * three ends of lines. Blanks around a quoted value do not count. No library tells in which cell a
 * quote was left open.
 */
final class Cells {

  private static final int END = -1;

  private final String text;
  private final char separator;
  private int at;
  private int line = 1;

  /**
   * @param from where the first row begins
   */
  Cells(String text, char separator, int from) {
    this.text = text;
    this.separator = separator;
    this.at = from;
  }

  /**
   * @param line on which it begins, from 1
   * @param text without its quotes
   * @param closed whether its quote ends where it must; if not, nothing follows
   */
  record Cell(int line, String text, boolean closed) {}

  boolean hasMore() {
    return at < text.length();
  }

  /** Where the next row begins. */
  int offset() {
    return at;
  }

  /** The line on which the next row begins, from 1 for the first. */
  int line() {
    return line;
  }

  /** At least one cell. */
  List<Cell> nextRow() {
    List<Cell> row = new ArrayList<>();
    row.add(nextCell());
    while (here() == separator) {
      at++;
      row.add(nextCell());
    }
    passEndOfLine();
    return row;
  }

  private Cell nextCell() {
    int begin = at;
    passBlanks();
    if (here() == '"') {
      return quoted();
    }
    while (!isEndOfCell()) {
      at++;
    }
    return new Cell(line, text.substring(begin, at), true);
  }

  private Cell quoted() {
    int began = line;
    StringBuilder value = new StringBuilder();
    at++;
    while (here() != END) {
      if (here() != '"') {
        int from = at;
        if (!passEndOfLine()) {
          at++;
        }
        value.append(text, from, at);
      } else if (text.startsWith("\"\"", at)) {
        value.append('"');
        at += 2;
      } else {
        at++;
        passBlanks();
        return isEndOfCell() ? new Cell(began, value.toString(), true) : open(began, value);
      }
    }
    return open(began, value);
  }

  private Cell open(int began, StringBuilder value) {
    at = text.length();
    return new Cell(began, value.toString(), false);
  }

  private void passBlanks() {
    while (here() != separator && (here() == ' ' || here() == '\t')) {
      at++;
    }
  }

  private boolean passEndOfLine() {
    int length = text.startsWith("\r\n", at) ? 2 : here() == '\r' || here() == '\n' ? 1 : 0;
    at += length;
    line += length > 0 ? 1 : 0;
    return length > 0;
  }

  private boolean isEndOfCell() {
    return here() == separator || here() == '\r' || here() == '\n' || here() == END;
  }

  private int here() {
    return at < text.length() ? text.charAt(at) : END;
  }
}
