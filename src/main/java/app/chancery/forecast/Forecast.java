package app.chancery.forecast;

import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;

/**
 * When what is ahead of a programme could happen, if every decision is favourable.
 *
 * @param asOf the day it was made
 * @param tier for which it was made: the settled one, or that of its figures today; null where
 *     there is none, and when the programme has ended
 * @param stages in their order; empty when the programme has ended, or nothing of it is ahead
 */
public record Forecast(LocalDate asOf, Tier tier, List<StageForecast> stages) {

  public Forecast {
    stages = List.copyOf(stages);
  }
}
