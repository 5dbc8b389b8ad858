package app.chancery.rehearsal.replay;

import java.time.LocalDate;

/**
 * One event of a case.
 *
 * @param line of the file, from 1
 * @param candidate the code of the country it is about; empty if a country joined that is none
 * @param actor the code of the country that acted, or empty
 * @param silenceEnds the last day of the silence of a circulated proposal, otherwise null
 */
public record CaseRow(
    int line,
    CaseEvent.Kind kind,
    LocalDate date,
    String candidate,
    CaseEvent event,
    String actor,
    String note,
    LocalDate silenceEnds) {

  /** A stage that the case leaves out, on the day of this row. */
  CaseRow presuming(CaseEvent stage) {
    return new CaseRow(line, CaseEvent.Kind.GIVEN, date, candidate, stage, "", "", null);
  }

  boolean isExpected() {
    return kind == CaseEvent.Kind.EXPECTED;
  }
}
