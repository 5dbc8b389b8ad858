package app.chancery.forecast;

import app.chancery.platform.time.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * How good the forecasts would have been. Each recorded accession is left out, and with it those
 * that were decided upon in the same round; on the day of each of its stages what came later is
 * forecast from the others, and held against the day that it really came.
 */
@Service
public class Hindsight {

  private final AccessionRecord record;
  private final ForecastPolicy policy;
  private final WorkingDays workingDays;

  Hindsight(AccessionRecord record, ForecastPolicy policy, WorkingDays workingDays) {
    this.record = record;
    this.policy = policy;
    this.workingDays = workingDays;
  }

  /** In the order of the record; what two accessions of a round have in common is there once. */
  List<Looked> looks() {
    List<Looked> looks = new ArrayList<>();
    for (Way leftOut : record.ways()) {
      Forecaster forecaster =
          new Forecaster(
              policy,
              workingDays::onOrAfter,
              record.ways().stream()
                  .filter(each -> !each.round().equals(leftOut.round()))
                  .toList());
      for (Stage from : leftOut.stages()) {
        forecaster.forecast(onTheDayOf(from, leftOut)).stream()
            .filter(forecast -> leftOut.day(forecast.stage()).isPresent())
            .map(forecast -> new Looked(leftOut, from, forecast))
            .filter(look -> looks.stream().noneMatch(look::isSameAs))
            .forEach(looks::add);
      }
    }
    return looks;
  }

  private static Standing onTheDayOf(Stage stage, Way way) {
    return new Standing(
        null,
        way.days().get(stage),
        null,
        way.days().entrySet().stream()
            .filter(each -> !stage.isBefore(each.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        Arrays.stream(Stage.values()).filter(stage::isBefore).toList(),
        Map.of(),
        null,
        null);
  }

  /**
   * One forecast, looked at afterwards.
   *
   * @param from the stage on whose day it was made
   */
  record Looked(Way way, Stage from, StageForecast forecast) {

    LocalDate madeOn() {
      return way.days().get(from);
    }

    LocalDate real() {
      return way.days().get(forecast.stage());
    }

    /** Whether the real day lay from the early to the late one. */
    boolean isInside() {
      return !real().isBefore(forecast.p10()) && !real().isAfter(forecast.p90());
    }

    /** How many days the real day lay from the median one, before or behind. */
    long error() {
      return Math.abs(ChronoUnit.DAYS.between(forecast.p50(), real()));
    }

    boolean isSameAs(Looked other) {
      return way.round().equals(other.way().round())
          && madeOn().equals(other.madeOn())
          && from == other.from()
          && forecast.stage() == other.forecast().stage()
          && real().equals(other.real());
    }
  }
}
