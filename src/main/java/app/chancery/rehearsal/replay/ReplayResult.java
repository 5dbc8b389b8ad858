package app.chancery.rehearsal.replay;

import app.chancery.platform.words.Coded;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a replay came to.
 *
 * @param events the rows of the case by date
 * @param stages of all candidates, in their order
 */
public record ReplayResult(List<Event> events, List<Stage> stages) {

  public ReplayResult {
    events = List.copyOf(events);
    stages = List.copyOf(stages);
  }

  /** What became of a row. */
  public enum Outcome implements Coded {
    GIVEN,
    MET,
    MISSED;
  }

  /**
   * A row and what became of it.
   *
   * @param presumed whether the case leaves it out: a stage of the accession that must have been
   *     reached, because a later one was
   * @param refused whether the process refused what was given
   * @param remark why it was refused, or what came out instead of what was expected, and when;
   *     empty if there is nothing to say
   */
  public record Event(
      CaseRow row, Outcome outcome, boolean presumed, boolean refused, String remark) {}

  /**
   * A stretch of a candidate's way.
   *
   * @param to null if it has not ended
   * @param brokenOff how the programme ended within the stage, in words; null if it did not
   */
  public record Stage(
      String candidate, String name, LocalDate from, LocalDate to, String brokenOff) {

    /** Only of a stage that has ended. */
    public long days() {
      return ChronoUnit.DAYS.between(from, to);
    }
  }

  /** How many rows of the case came to that. */
  public long count(Outcome outcome) {
    return events.stream().filter(event -> !event.presumed() && event.outcome() == outcome).count();
  }

  /** How many stages the case leaves out. */
  public long presumed() {
    return events.stream().filter(Event::presumed).count();
  }

  /** How many of the given events the process refused. */
  public long refused() {
    return events.stream().filter(Event::refused).count();
  }

  public boolean isAllMet() {
    return count(Outcome.MISSED) == 0;
  }
}
