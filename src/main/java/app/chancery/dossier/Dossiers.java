package app.chancery.dossier;

import app.chancery.records.Author;
import app.chancery.refusal.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The dossiers of all programmes. Indicator values are a series: a new one is added to the old. */
@Service
public class Dossiers {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  Dossiers(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** Files the dossier a programme starts with. */
  public void open(String programme, Dossier dossier) {
    db.sql(
            """
            insert into dossier (programme, candidate, name, european, region, assessed_on,
              propaganda_exposure, propaganda_exposure_source)
            values (:programme, :candidate, :name, :european, :region, :assessedOn, :exposure,
              :exposureSource)
            """)
        .param("programme", programme)
        .param("candidate", dossier.candidate())
        .param("name", dossier.name())
        .param("european", dossier.european())
        .param("region", dossier.region())
        .param("assessedOn", dossier.assessedOn())
        .param("exposure", dossier.propagandaExposure().name())
        .param("exposureSource", dossier.propagandaExposureSource())
        .update();
    dossier.indicators().values().forEach(indicator -> record(programme, indicator));
  }

  /** Adds a value to the series of an indicator. */
  public void record(String programme, Indicator indicator) {
    db.sql(
            """
            insert into indicator (programme, name, indicator_value, as_of, source, recorded_by,
              recorded_at)
            values (:programme, :name, :value, :asOf, :source, :by, :at)
            """)
        .param("programme", programme)
        .param("name", indicator.name().field())
        .param("value", indicator.value())
        .param("asOf", indicator.asOf())
        .param("source", indicator.source())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The dossier with the newest value of each indicator, to be assessed on the given day. */
  public Dossier of(String programme, LocalDate assessedOn) {
    return of(programme).assessedOn(assessedOn);
  }

  /**
   * The dossier with the newest value of each indicator, as of the assessment it was opened for.
   *
   * @throws NotFound if there is no such programme
   */
  public Dossier of(String programme) {
    Map<IndicatorName, Indicator> newest =
        series(programme).stream()
            .collect(
                Collectors.toMap(
                    Indicator::name,
                    indicator -> indicator,
                    (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other));
    return db.sql("select * from dossier where programme = :programme")
        .param("programme", programme)
        .query(
            (row, number) ->
                new Dossier(
                    row.getString("candidate"),
                    row.getString("name"),
                    row.getBoolean("european"),
                    row.getString("region"),
                    row.getObject("assessed_on", LocalDate.class),
                    PropagandaExposure.valueOf(row.getString("propaganda_exposure")),
                    row.getString("propaganda_exposure_source"),
                    newest))
        .optional()
        .orElseThrow(() -> new NotFound("There is no programme " + programme));
  }

  /** Every value recorded, in the order of the day it describes, then of its recording. */
  public List<Indicator> series(String programme) {
    return recorded(programme).stream()
        .sorted(Comparator.comparing(RecordedIndicator::asOf))
        .map(each -> new Indicator(each.name(), each.value(), each.asOf(), each.source()))
        .toList();
  }

  /** Every value with who recorded it and when, in the order of the recording. */
  public List<RecordedIndicator> recorded(String programme) {
    return db.sql(
            """
            select id, name, indicator_value, as_of, source, recorded_by, recorded_at
            from indicator where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(
            (row, number) ->
                new RecordedIndicator(
                    row.getLong("id"),
                    IndicatorName.ofField(row.getString("name")).orElseThrow(),
                    row.getString("indicator_value"),
                    row.getObject("as_of", LocalDate.class),
                    row.getString("source"),
                    row.getString("recorded_by"),
                    row.getObject("recorded_at", OffsetDateTime.class)))
        .list();
  }
}
