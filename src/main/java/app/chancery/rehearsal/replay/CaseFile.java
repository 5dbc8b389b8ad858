package app.chancery.rehearsal.replay;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A case as it was read: what was given and what is expected, by date and within a date in the
 * order of the file.
 */
public final class CaseFile {

  static final String KIND = "kind";
  static final String DATE = "date";
  static final String CANDIDATE = "candidate";
  static final String EVENT = "event";
  static final String ACTOR = "actor";
  static final String NOTE = "note";

  private static final List<String> COLUMNS = List.of(KIND, DATE, CANDIDATE, EVENT, ACTOR, NOTE);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
  private static final Set<String> ISO_CODES = Set.of(Locale.getISOCountries());
  private static final Pattern SILENCE_ENDS = Pattern.compile("\\bsilence-ends=([^;,\\s]*)");

  private final List<String> header;
  private final List<CaseRow> rows;

  private CaseFile(List<String> header, List<CaseRow> rows) {
    this.header = header;
    this.rows = rows.stream().sorted(Comparator.comparing(CaseRow::date)).toList();
  }

  /**
   * Reads a case in CSV with the columns {@code kind,date,candidate,event,actor,note}.
   *
   * @throws Refused naming every fault with its line and column
   */
  public static CaseFile parse(String csv) {
    return new Reading(csv.startsWith("\uFEFF") ? csv.substring(1) : csv).read();
  }

  /** By date; those of one date in the order of the file. */
  public List<CaseRow> rows() {
    return rows;
  }

  /** The codes of the candidates, in the order in which they appear. */
  public List<String> candidates() {
    return rows.stream()
        .filter(row -> row.event() != CaseEvent.PARTY_JOINED)
        .map(CaseRow::candidate)
        .distinct()
        .toList();
  }

  /** Where a value stands, such as {@code line 3, column 5 (actor)}. */
  String place(CaseRow row, String column) {
    return place(row.line(), header.indexOf(column) + 1, column);
  }

  private static String place(int line, int column, String name) {
    return "line %d, column %d (%s)".formatted(line, column, name);
  }

  private static final class Reading {

    private final String csv;
    private final Faults faults = new Faults();
    private final List<CaseRow> rows = new ArrayList<>();
    private List<String> header = List.of();

    Reading(String csv) {
      this.csv = csv;
    }

    CaseFile read() {
      int line = 1;
      try (CSVParser parser = FORMAT.parse(new StringReader(csv))) {
        Iterator<CSVRecord> records = parser.iterator();
        while (records.hasNext()) {
          CSVRecord next = records.next();
          if (header.isEmpty()) {
            readHeader(next.stream().map(String::strip).toList());
          } else if (!isBlank(next)) {
            readRow(line, plain(line, next.toList()));
          }
          line = (int) parser.getCurrentLineNumber() + 1;
        }
      } catch (IOException | UncheckedIOException e) {
        int column = openQuote(line);
        faults.add(
            place(line, column, column <= header.size() ? header.get(column - 1) : "?"),
            "a quoted value must end with a quote, followed by a comma or the end of the line");
      }
      faults.check(!header.isEmpty() || !faults.isEmpty(), place(1, 1, KIND), "the file is empty");
      faults.check(
          !rows.isEmpty() || !faults.isEmpty(), place(2, 1, KIND), "the file has no event");
      faults.refuseIfAny();
      return new CaseFile(header, rows);
    }

    private void readHeader(List<String> names) {
      header = names;
      Set<String> seen = new HashSet<>();
      for (int index = 0; index < names.size(); index++) {
        String name = names.get(index);
        faults.check(
            COLUMNS.contains(name) && seen.add(name),
            place(1, index + 1, name),
            "the header must be %s".formatted(String.join(",", COLUMNS)));
      }
      COLUMNS.stream()
          .filter(column -> !names.contains(column))
          .forEach(
              column ->
                  faults.add(
                      place(1, COLUMNS.indexOf(column) + 1, column),
                      "is missing; the header must be " + String.join(",", COLUMNS)));
      // Nothing below a wrong header can be read.
      faults.refuseIfAny();
    }

    /** The values without blanks around them; a mark that nobody sees is not one. */
    private List<String> plain(int line, List<String> values) {
      for (int index = 0; index < values.size(); index++) {
        String name = index < header.size() ? header.get(index) : "none";
        PlainText.check(values.get(index), place(line, index + 1, name), faults);
      }
      return values.stream().map(String::strip).toList();
    }

    private void readRow(int line, List<String> values) {
      if (values.size() != header.size()) {
        int column = Math.min(values.size(), header.size()) + 1;
        faults.add(
            place(line, column, column <= header.size() ? header.get(column - 1) : "none"),
            "the line has %d values for %d columns".formatted(values.size(), header.size()));
        return;
      }
      Line read = new Line(line, values);
      Optional<CaseEvent.Kind> kind = read.kind();
      Optional<LocalDate> date = read.date();
      Optional<CaseEvent> event = kind.flatMap(read::event);
      String candidate = read.candidate(event);
      String actor = read.actor(event, candidate);
      LocalDate silenceEnds = read.silenceEnds(event, date);
      if (date.isPresent() && event.isPresent()) {
        rows.add(
            new CaseRow(
                line,
                kind.get(),
                date.get(),
                candidate,
                event.get(),
                actor,
                read.value(NOTE),
                silenceEnds));
      }
    }

    /** The column of the first quoted value of a line that does not end as it must. */
    private int openQuote(int line) {
      int column = 1;
      boolean quoted = false;
      int begin = beginOf(line);
      for (int at = begin; at < csv.length(); at++) {
        char each = csv.charAt(at);
        boolean last = at + 1 == csv.length();
        if (quoted && each == '"') {
          boolean doubled = !last && csv.charAt(at + 1) == '"';
          if (doubled) {
            at++;
          } else if (!last && ",\r\n".indexOf(csv.charAt(at + 1)) < 0) {
            return column;
          } else {
            quoted = false;
          }
        } else if (each == '"' && (at == begin || csv.charAt(at - 1) == ',')) {
          quoted = true;
        } else if (each == ',' && !quoted) {
          column++;
        }
      }
      return column;
    }

    private int beginOf(int line) {
      int begin = 0;
      for (int number = 1; number < line; number++) {
        begin = csv.indexOf('\n', begin) + 1;
      }
      return begin;
    }

    private static boolean isBlank(CSVRecord read) {
      return read.size() == 1 && read.get(0).isBlank();
    }

    /** One line with all columns. */
    private final class Line {

      private final int number;
      private final List<String> values;

      Line(int number, List<String> values) {
        this.number = number;
        this.values = values;
      }

      String value(String column) {
        return values.get(header.indexOf(column));
      }

      private boolean check(boolean holds, String column, String otherwise) {
        return faults.check(holds, place(number, header.indexOf(column) + 1, column), otherwise);
      }

      Optional<CaseEvent.Kind> kind() {
        Optional<CaseEvent.Kind> kind = CaseEvent.Kind.of(value(KIND));
        check(kind.isPresent(), KIND, "'%s' is neither given nor expected".formatted(value(KIND)));
        return kind;
      }

      Optional<LocalDate> date() {
        Optional<LocalDate> date = dateOf(value(DATE));
        check(date.isPresent(), DATE, "'%s' is no date like 2022-06-28".formatted(value(DATE)));
        return date;
      }

      Optional<CaseEvent> event(CaseEvent.Kind kind) {
        Optional<CaseEvent> event = CaseEvent.of(kind, value(EVENT));
        check(
            event.isPresent(),
            EVENT,
            "'%s' is no event that is %s; these are %s"
                .formatted(value(EVENT), kind.word(), String.join(", ", CaseEvent.words(kind))));
        return event;
      }

      String candidate(Optional<CaseEvent> event) {
        String code = value(CANDIDATE);
        boolean optional = event.filter(each -> each == CaseEvent.PARTY_JOINED).isPresent();
        checkCode(CANDIDATE, code, optional);
        return code;
      }

      String actor(Optional<CaseEvent> event, String candidate) {
        String code = value(ACTOR);
        boolean optional = event.filter(CaseEvent::needsActor).isEmpty();
        boolean known = checkCode(ACTOR, code, optional);
        if (known && event.filter(each -> each == CaseEvent.INSTRUMENT_DEPOSITED).isPresent()) {
          check(
              code.isEmpty() || code.equals(candidate),
              ACTOR,
              "the candidate itself deposits its instrument, not " + code);
        }
        if (known && event.filter(CaseEvent::isOfAParty).isPresent()) {
          check(!code.equals(candidate), ACTOR, "a candidate is no Party to its own accession");
        }
        return code;
      }

      LocalDate silenceEnds(Optional<CaseEvent> event, Optional<LocalDate> circulatedOn) {
        if (event.filter(each -> each == CaseEvent.PROPOSAL_CIRCULATED).isEmpty()) {
          return null;
        }
        Matcher end = SILENCE_ENDS.matcher(value(NOTE));
        if (!check(end.find(), NOTE, "must say when silence ends: silence-ends=2022-06-29")) {
          return null;
        }
        Optional<LocalDate> day = dateOf(end.group(1));
        check(day.isPresent(), NOTE, "silence-ends=%s is no date".formatted(end.group(1)));
        check(
            day.isEmpty() || circulatedOn.isEmpty() || !day.get().isBefore(circulatedOn.get()),
            NOTE,
            "silence must not end before the proposal is circulated");
        return day.orElse(null);
      }

      private boolean checkCode(String column, String code, boolean optional) {
        return check(
            code.isEmpty() && optional || ISO_CODES.contains(code) || code.matches("X[A-Z]"),
            column,
            code.isEmpty()
                ? "is required: the code of a country"
                : "'%s' is not an ISO 3166-1 alpha-2 code (nor a user-assigned one, XA to XZ)"
                    .formatted(code));
      }

      private static Optional<LocalDate> dateOf(String text) {
        try {
          return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
          return Optional.empty();
        }
      }
    }
  }
}
