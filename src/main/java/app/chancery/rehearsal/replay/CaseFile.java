package app.chancery.rehearsal.replay;

import app.chancery.platform.reading.Columns;
import app.chancery.platform.reading.Table;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  private static final Columns COLUMNS =
      Columns.all(List.of(KIND, DATE, CANDIDATE, EVENT, ACTOR, NOTE));
  private static final Set<String> ISO_CODES = Set.of(Locale.getISOCountries());
  private static final Pattern SILENCE_ENDS = setting("silence-ends");
  private static final Pattern TIME = setting("time");

  /** Whatever is written like a setting and says a time or a day. */
  private static final Pattern LIKE_A_SETTING =
      Pattern.compile("(?<![\\w-])([\\w-]+)\\s*=\\s*(?=\\d{1,2}[:.]\\d{2}|\\d{4}-\\d{2}-\\d{2})");

  private static final Set<String> SETTINGS = Set.of("silence-ends", "time");

  private final Table table;
  private final List<CaseRow> rows;

  /**
   * @param rows in the order of the file
   */
  private CaseFile(Table table, List<CaseRow> rows) {
    this.table = table;
    this.rows = rows.stream().sorted(Comparator.comparing(CaseRow::date)).toList();
  }

  /**
   * Reads a case in CSV with the columns {@code kind,date,candidate,event,actor,note}.
   *
   * @throws Refused naming every fault with its line and column
   */
  public static CaseFile parse(byte[] file) {
    Faults faults = new Faults();
    return read(Table.read(file, COLUMNS, faults), faults);
  }

  /** The same of a text. */
  static CaseFile parse(String csv) {
    Faults faults = new Faults();
    return read(Table.read(csv, COLUMNS, faults), faults);
  }

  private static CaseFile read(Table table, Faults faults) {
    List<CaseRow> rows =
        CaseHours.of(
            table.rows().stream().flatMap(row -> new Line(row, faults).read().stream()).toList());
    for (CaseRow row : rows) {
      faults.check(
          row.silenceEnds() == null || row.silenceEnds().isAfter(row.at()),
          table.place(row.line(), NOTE),
          "silence must not end before the proposal is circulated, at noon unless the note says"
              + " time=HH:MM");
    }
    faults.refuseIfAny();
    return new CaseFile(table, rows);
  }

  /** By date; those of one date in the order of the file. */
  public List<CaseRow> rows() {
    return rows;
  }

  /** What people did, in the order in which it happens. */
  List<CaseRow> given() {
    return rows.stream()
        .filter(row -> !row.isExpected())
        .sorted(Comparator.comparing(CaseRow::at))
        .toList();
  }

  /** The codes of the candidates, in the order in which they appear. */
  public List<String> candidates() {
    return rows.stream()
        .filter(row -> row.event() != CaseEvent.PARTY_JOINED)
        .map(CaseRow::candidate)
        .distinct()
        .toList();
  }

  /** Whether the case tells, anywhere, that the candidate reached that stage. */
  boolean tells(String candidate, CaseEvent stage) {
    return rows.stream().anyMatch(row -> row.candidate().equals(candidate) && row.event() == stage);
  }

  /** Where a value stands, such as {@code line 3, column 5 (actor)}. */
  String place(CaseRow row, String column) {
    return table.place(row.line(), column);
  }

  /** What a note may say beside its words, in any case: {@code name=value}. */
  private static Pattern setting(String name) {
    return Pattern.compile("(?<![\\w-])" + name + "\\s*=\\s*([^;,\\s]*)", Pattern.CASE_INSENSITIVE);
  }

  /** One line with all columns. */
  private static final class Line {

    private final Table.Row row;
    private final Faults faults;

    Line(Table.Row row, Faults faults) {
      this.row = row;
      this.faults = faults;
    }

    Optional<CaseRow> read() {
      Optional<CaseEvent.Kind> kind = kind();
      Optional<LocalDate> date = date();
      Optional<CaseEvent> event = kind.flatMap(this::event);
      String candidate = candidate(event);
      String actor = actor(event, candidate);
      checkSettings(event);
      Instant time = time(date);
      Instant silenceEnds = silenceEnds(event);
      return date.isPresent() && event.isPresent()
          ? Optional.of(
              new CaseRow(
                  row.line(),
                  kind.get(),
                  date.get(),
                  candidate,
                  event.get(),
                  actor,
                  row.value(NOTE),
                  time,
                  null,
                  silenceEnds))
          : Optional.empty();
    }

    private boolean check(boolean holds, String column, String otherwise) {
      return faults.check(holds, row.place(column), otherwise);
    }

    Optional<CaseEvent.Kind> kind() {
      Optional<CaseEvent.Kind> kind = CaseEvent.Kind.of(row.value(KIND));
      check(
          kind.isPresent(), KIND, "'%s' is neither given nor expected".formatted(row.value(KIND)));
      return kind;
    }

    Optional<LocalDate> date() {
      return Dates.read(row.value(DATE)).orFault(row.place(DATE), faults);
    }

    Optional<CaseEvent> event(CaseEvent.Kind kind) {
      Optional<CaseEvent> event = CaseEvent.of(kind, row.value(EVENT));
      check(
          event.isPresent(),
          EVENT,
          "'%s' is no event that is %s; these are %s"
              .formatted(row.value(EVENT), kind.word(), String.join(", ", CaseEvent.words(kind))));
      return event;
    }

    String candidate(Optional<CaseEvent> event) {
      String code = row.value(CANDIDATE);
      boolean optional = event.filter(each -> each == CaseEvent.PARTY_JOINED).isPresent();
      checkCode(CANDIDATE, code, optional);
      return code;
    }

    String actor(Optional<CaseEvent> event, String candidate) {
      String code = row.value(ACTOR);
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

    /** A setting that is misspelt, or says nothing where it stands, must not pass for a remark. */
    private void checkSettings(Optional<CaseEvent> event) {
      LIKE_A_SETTING
          .matcher(row.value(NOTE))
          .results()
          .map(found -> found.group(1).toLowerCase(Locale.ROOT))
          .distinct()
          .forEach(
              name ->
                  check(
                      SETTINGS.contains(name),
                      NOTE,
                      "'" + name + "=' is not known; known are time= and silence-ends="));
      if (event.isPresent() && event.get() != CaseEvent.PROPOSAL_CIRCULATED) {
        check(
            !SILENCE_ENDS.matcher(row.value(NOTE)).find(),
            NOTE,
            "says silence-ends=, which belongs to proposal-circulated");
      }
    }

    /** What a note says, which must be said once. */
    private Optional<String> said(Pattern setting, String name) {
      List<String> values =
          setting.matcher(row.value(NOTE)).results().map(found -> found.group(1)).toList();
      check(values.size() < 2, NOTE, "says " + name + "= more than once");
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The moment on that day at which the note says that it happened, or null. */
    Instant time(Optional<LocalDate> date) {
      Optional<String> time = said(TIME, "time");
      return date.isPresent() && time.isPresent()
          ? Moments.read(date.get(), time.get(), Replay.ZONE)
              .orFault(row.place(NOTE), "time", faults)
              .map(OffsetDateTime::toInstant)
              .orElse(null)
          : null;
    }

    Instant silenceEnds(Optional<CaseEvent> event) {
      if (event.filter(each -> each == CaseEvent.PROPOSAL_CIRCULATED).isEmpty()) {
        return null;
      }
      boolean isSaid = SILENCE_ENDS.matcher(row.value(NOTE)).find();
      check(isSaid, NOTE, "must say when silence ends: silence-ends=2022-06-29");
      Optional<String> end = said(SILENCE_ENDS, "silence-ends");
      if (end.isEmpty()) {
        return null;
      }
      String text = end.get();
      if (text.contains("T")) {
        return Moments.read(text, Replay.ZONE)
            .orFault(row.place(NOTE), "silence-ends", faults)
            .map(OffsetDateTime::toInstant)
            .orElse(null);
      }
      return Dates.read(text)
          .orFault(row.place(NOTE), "silence-ends", faults)
          .map(day -> day.atTime(Replay.SILENCE_ENDS_AT).atZone(Replay.ZONE).toInstant())
          .orElse(null);
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
  }
}
