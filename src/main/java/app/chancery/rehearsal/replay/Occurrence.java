package app.chancery.rehearsal.replay;

import app.chancery.platform.time.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Something that came out of the processes. */
record Occurrence(String candidate, CaseEvent event, Instant at) {

  LocalDate date() {
    return Moments.dayOf(at, Replay.ZONE);
  }

  /** Whether it is what a row expects: on that day, and at the minute that the row may name. */
  boolean meets(CaseRow row) {
    return candidate.equals(row.candidate())
        && event == row.event()
        && date().equals(row.date())
        && (row.time() == null || isIn(row.time()));
  }

  private boolean isIn(Instant minute) {
    return !at.isBefore(minute) && at.isBefore(minute.plus(Duration.ofMinutes(1)));
  }

  /** The day, and the time where the row names one. */
  String when(CaseRow row) {
    return row.time() == null
        ? date().toString()
        : "%s at %s".formatted(date(), Moments.timeOf(at, Replay.ZONE));
  }
}
