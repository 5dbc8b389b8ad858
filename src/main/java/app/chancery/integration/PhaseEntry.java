package app.chancery.integration;

import java.time.LocalDate;

/** What staff record while they conduct a phase: one thing at a time. */
public sealed interface PhaseEntry {

  /** Something took place. */
  record Held(NewActivity activity) implements PhaseEntry {}

  /**
   * A milestone is met.
   *
   * @param milestone its id, or null if none was chosen
   * @param evidence what shows it, with its source
   */
  record Met(Long milestone, LocalDate metOn, String evidence) implements PhaseEntry {}

  /**
   * All work of the phase is done.
   *
   * @param summary what the phase achieved, for the record
   */
  record Complete(String summary) implements PhaseEntry {}
}
