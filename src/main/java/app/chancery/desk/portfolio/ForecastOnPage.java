package app.chancery.desk.portfolio;

import app.chancery.forecast.Forecast;
import app.chancery.forecast.StageForecast;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/**
 * A forecast with the places of a small picture of each stage: from 0, the day it was made, to
 * {@value #WIDTH}, the last of the days that are told with it.
 *
 * @param tier for which it was made; null where there is none
 * @param last the day at the end of all pictures; null where no stage is ahead
 */
record ForecastOnPage(LocalDate asOf, Tier tier, LocalDate last, List<Line> lines) {

  static final int WIDTH = 160;

  static ForecastOnPage of(Forecast forecast) {
    return of(forecast, last(List.of(forecast)));
  }

  /**
   * @param last for pictures that are compared, the same for all of them
   */
  static ForecastOnPage of(Forecast forecast, LocalDate last) {
    return new ForecastOnPage(
        forecast.asOf(),
        forecast.tier(),
        last,
        forecast.stages().stream()
            .map(
                stage ->
                    new Line(
                        stage,
                        place(forecast.asOf(), stage.p10(), last),
                        place(forecast.asOf(), stage.p50(), last),
                        place(forecast.asOf(), stage.p90(), last)))
            .toList());
  }

  /** The last day that is told in any of them; null if none is. */
  static LocalDate last(Collection<Forecast> forecasts) {
    return forecasts.stream()
        .flatMap(each -> each.stages().stream())
        .map(StageForecast::p90)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static int place(LocalDate from, LocalDate day, LocalDate last) {
    long all = Math.max(1, ChronoUnit.DAYS.between(from, last));
    return (int) (WIDTH * ChronoUnit.DAYS.between(from, day) / all);
  }

  /**
   * A coming stage.
   *
   * @param early the place of the day by which 10 per cent had reached it
   * @param median likewise of half of them
   * @param late likewise of 90 per cent
   */
  record Line(StageForecast stage, int early, int median, int late) {}
}
