package app.chancery.portfolio;

import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

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
    String status,
    String step,
    String tier,
    String outcome,
    OffsetDateTime openedAt,
    OffsetDateTime endedAt) {

  static ProgrammeSummary of(Programme programme) {
    return new ProgrammeSummary(
        programme.key(),
        programme.candidate(),
        programme.name(),
        programme.status().name().toLowerCase(Locale.ROOT),
        programme.step().folder(),
        Optional.ofNullable(programme.tier()).map(tier -> tier.word()).orElse(null),
        Optional.ofNullable(programme.outcome()).map(Outcome::sentence).orElse(null),
        programme.openedAt(),
        programme.endedAt());
  }
}
