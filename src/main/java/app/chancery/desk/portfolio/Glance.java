package app.chancery.desk.portfolio;

import app.chancery.oversight.Rating;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How a programme stands, at one look.
 *
 * @param nextDeadline the next day on which something is due; null if nothing is
 * @param overdueSince the first day that passed without what was due; null if there is none
 * @param silenceEnds of the round that runs; null if none does
 * @param decideBy until when the committee has to decide its open review; null if none is open
 * @param ratings by its newest review, in the order of the dimensions; none before the first, and
 *     for whoever may not see them
 */
record Glance(
    LocalDate nextDeadline,
    LocalDate overdueSince,
    OffsetDateTime silenceEnds,
    LocalDate decideBy,
    List<Rating> ratings) {

  Glance {
    ratings = List.copyOf(ratings);
  }
}
