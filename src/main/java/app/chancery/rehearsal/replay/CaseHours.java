package app.chancery.rehearsal.replay;

import app.chancery.platform.time.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * When the given events of a case happen: at the time that the note gives, otherwise at noon, but
 * never before what the file has ahead of them on that day for the same candidate, nor behind a
 * time that it has after them. So the accession goes on in the evening if the file has the adoption
 * of that very day ahead of it.
 */
final class CaseHours {

  /** What waits for an adoption on the same day. */
  private static final Set<CaseEvent> BEHIND_ADOPTION =
      Set.of(CaseEvent.TALKS_HELD, CaseEvent.LETTER_OF_INTENT, CaseEvent.PROTOCOL_SIGNED);

  private final Map<String, Instant> silence = new HashMap<>();
  private final Map<Day, Instant> given = new HashMap<>();
  private final Map<Day, Instant> adopted = new HashMap<>();

  /** The times that the file gives, by line. */
  private final Map<Day, NavigableMap<Integer, Instant>> timed = new HashMap<>();

  /** A candidate's day. */
  private record Day(String candidate, LocalDate date) {}

  /**
   * @param rows in the order of the file
   * @return the same, with the moments of the given ones
   */
  static List<CaseRow> of(List<CaseRow> rows) {
    CaseHours hours = new CaseHours();
    rows.forEach(hours::note);
    return rows.stream().map(hours::next).toList();
  }

  /** Keeps a time that the file gives. */
  private void note(CaseRow row) {
    if (!row.isExpected() && row.time() != null) {
      timed
          .computeIfAbsent(new Day(row.candidate(), row.date()), any -> new TreeMap<>())
          .put(row.line(), row.time());
    }
  }

  private CaseRow next(CaseRow row) {
    Day day = new Day(row.candidate(), row.date());
    if (row.isExpected()) {
      Instant ends = silence.get(row.candidate());
      if (row.event() == CaseEvent.PROPOSAL_ADOPTED
          && ends != null
          && Moments.dayOf(ends, Replay.ZONE).equals(row.date())) {
        adopted.put(day, ends);
      }
      return row;
    }
    Instant at = row.time() == null ? usual(row, day) : row.time();
    given.put(day, at);
    if (row.silenceEnds() != null) {
      silence.put(row.candidate(), row.silenceEnds());
    }
    return row.happening(at);
  }

  private Instant usual(CaseRow row, Day day) {
    Instant noon = noonOrBefore(row, day);
    Instant earliest = latest(noon, given.getOrDefault(day, noon));
    return BEHIND_ADOPTION.contains(row.event())
        ? latest(earliest, adopted.getOrDefault(day, earliest))
        : earliest;
  }

  /** What the file has ahead of a time in the morning happens no later than that. */
  private Instant noonOrBefore(CaseRow row, Day day) {
    Instant noon = row.date().atTime(LocalTime.NOON).atZone(Replay.ZONE).toInstant();
    return timed
        .getOrDefault(day, Collections.emptyNavigableMap())
        .tailMap(row.line(), false)
        .values()
        .stream()
        .filter(noon::isAfter)
        .min(Comparator.naturalOrder())
        .orElse(noon);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
