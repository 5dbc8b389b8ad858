package app.chancery.rehearsal.replay;

import java.time.LocalDate;

/** Something that came out of the processes. */
record Occurrence(String candidate, CaseEvent event, LocalDate date) {}
