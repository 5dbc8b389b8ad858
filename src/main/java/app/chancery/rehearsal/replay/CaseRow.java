package app.chancery.rehearsal.replay;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One event of a case.
 *
 * @param line of the file, from 1
 * @param candidate the code of the country it is about; empty if a country joined that is none
 * @param actor the code of the country that acted, or empty
 * @param time the moment that the note gives, or null
 * @param at when a given event happens; null if it is expected
 * @param silenceEnds when the silence of a circulated proposal ends, otherwise null
 */
public record CaseRow(
    int line,
    CaseEvent.Kind kind,
    LocalDate date,
    String candidate,
    CaseEvent event,
    String actor,
    String note,
    Instant time,
    Instant at,
    Instant silenceEnds) {

  /** A stage that the case leaves out, on the day of this row. */
  CaseRow presuming(CaseEvent stage) {
    return new CaseRow(line, CaseEvent.Kind.GIVEN, date, candidate, stage, "", "", null, at, null);
  }

  boolean isExpected() {
    return kind == CaseEvent.Kind.EXPECTED;
  }

  CaseRow happening(Instant moment) {
    return new CaseRow(line, kind, date, candidate, event, actor, note, time, moment, silenceEnds);
  }
}
