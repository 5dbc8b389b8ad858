package app.chancery.forecast;

import app.chancery.platform.time.Days;
import app.chancery.platform.time.WorkingDays;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forecasts for the programmes of the office. Nothing of one is kept: it is made when it is asked
 * for, of what is on record then, and comes out the same when nothing has happened since.
 */
@Service
public class Forecasts {

  private final Programmes programmes;
  private final CurrentStandings standings;
  private final AccessionRecord accessions;
  private final OwnRecord own;
  private final ForecastPolicy policy;
  private final WorkingDays workingDays;
  private final Days days;

  Forecasts(
      Programmes programmes,
      CurrentStandings standings,
      AccessionRecord accessions,
      OwnRecord own,
      ForecastPolicy policy,
      WorkingDays workingDays,
      Days days) {
    this.programmes = programmes;
    this.standings = standings;
    this.accessions = accessions;
    this.own = own;
    this.policy = policy;
    this.workingDays = workingDays;
    this.days = days;
  }

  /**
   * The forecast of a programme.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  @Transactional(readOnly = true)
  public Forecast of(String key) {
    return ofEach(List.of(programmes.get(key))).get(key);
  }

  /** The forecasts of several programmes, by key. */
  @Transactional(readOnly = true)
  public Map<String, Forecast> ofEach(Collection<Programme> asked) {
    List<Programme> open = asked.stream().filter(Programme::isOpen).toList();
    Map<String, Forecast> forecasts = new HashMap<>();
    asked.forEach(each -> forecasts.put(each.key(), new Forecast(days.today(), null, List.of())));
    if (!open.isEmpty()) {
      Forecaster forecaster =
          new Forecaster(
              policy,
              workingDays::onOrAfter,
              Stream.concat(own.ways().stream(), accessions.ways().stream()).toList());
      standings
          .of(open)
          .forEach(
              (key, standing) ->
                  forecasts.put(
                      key,
                      new Forecast(
                          standing.asOf(), standing.tier(), forecaster.forecast(standing))));
    }
    return forecasts;
  }
}
