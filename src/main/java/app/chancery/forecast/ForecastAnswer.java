package app.chancery.forecast;

import java.time.LocalDate;
import java.util.List;

/**
 * A forecast as programs read it.
 *
 * @param asOf the day on which it was made
 */
public record ForecastAnswer(LocalDate asOf, List<ComingStage> stages) {

  public ForecastAnswer {
    stages = List.copyOf(stages);
  }

  public static ForecastAnswer of(Forecast forecast) {
    return new ForecastAnswer(
        forecast.asOf(), forecast.stages().stream().map(ComingStage::of).toList());
  }

  /**
   * A coming stage.
   *
   * @param p10 the day by which 10 per cent of like cases had reached it
   * @param p50 the same of 50 per cent
   * @param p90 the same of 90 per cent
   * @param cases how many like cases there are
   * @param reference which they are
   */
  public record ComingStage(
      Stage stage, LocalDate p10, LocalDate p50, LocalDate p90, int cases, Reference reference) {

    static ComingStage of(StageForecast forecast) {
      return new ComingStage(
          forecast.stage(),
          forecast.p10(),
          forecast.p50(),
          forecast.p90(),
          forecast.cases(),
          forecast.reference());
    }
  }
}
