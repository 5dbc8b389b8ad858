package app.chancery.desk.portfolio;

import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.StatusDimension;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A programme in a list.
 *
 * @param step the folder name of the step it is in
 * @param tier null until step 2 has settled it
 * @param outcome null until it has ended
 * @param nextDeadline the next day on which something is due; null if nothing is
 * @param overdueSince the first day that passed without what was due; null if there is none
 * @param silenceEnds of the round that runs; null if none does
 * @param decideBy until when the committee has to decide its open review; null if none is open
 * @param ratings by its newest review, all dimensions by their code; null for whoever is no staff
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
    OffsetDateTime endedAt,
    LocalDate nextDeadline,
    LocalDate overdueSince,
    OffsetDateTime silenceEnds,
    LocalDate decideBy,
    Map<String, Found> ratings) {

  /**
   * What the newest review found, and the quarterly one before it.
   *
   * @param colour null before the first review
   * @param last null if there was none before
   */
  record Found(Colour colour, Colour last) {}

  static ProgrammeSummary of(Programme programme, Glance glance, boolean rated) {
    return new ProgrammeSummary(
        programme.key(),
        programme.candidate(),
        programme.name(),
        programme.status(),
        programme.step(),
        programme.tier(),
        programme.outcome(),
        programme.openedAt(),
        programme.endedAt(),
        glance.nextDeadline(),
        glance.overdueSince(),
        glance.silenceEnds(),
        glance.decideBy(),
        rated ? found(glance) : null);
  }

  private static Map<String, Found> found(Glance glance) {
    Map<String, Found> found = new LinkedHashMap<>();
    Arrays.stream(StatusDimension.values())
        .forEach(dimension -> found.put(dimension.code(), new Found(null, null)));
    for (Rating rating : glance.ratings()) {
      found.put(rating.dimension().code(), new Found(rating.colour(), rating.last()));
    }
    return found;
  }
}
