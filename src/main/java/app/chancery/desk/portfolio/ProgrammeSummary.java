package app.chancery.desk.portfolio;

import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import java.time.OffsetDateTime;

/**
 * A programme in a list.
 *
 * @param step the folder name of the step it is in
 * @param tier null until step 2 has settled it
 * @param outcome null until it has ended
 */
record ProgrammeSummary(
    String key,
    String candidate,
    String name,
    Programme.Status status,
    Step step,
    Tier tier,
    Outcome outcome,
    OffsetDateTime openedAt,
    OffsetDateTime endedAt) {

  static ProgrammeSummary of(Programme programme) {
    return new ProgrammeSummary(
        programme.key(),
        programme.candidate(),
        programme.name(),
        programme.status(),
        programme.step(),
        programme.tier(),
        programme.outcome(),
        programme.openedAt(),
        programme.endedAt());
  }
}
