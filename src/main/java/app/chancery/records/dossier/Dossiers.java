package app.chancery.records.dossier;

import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** The candidate is called otherwise from now on. */
  public void rename(String programme, String name) {
    db.sql("update dossier set name = :name where programme = :programme")
        .param("name", name)
        .param("programme", programme)
        .update();
  }

  /** Adds a value to the series of an indicator. */
  public void record(String programme, Indicator indicator) {
    add(programme, indicator, null);
  }

  /**
   * Puts a value in the place of one that was recorded wrongly; that one stays in its table.
   *
   * @param wrong as {@link #recorded} tells of it
   */
  public void correct(String programme, RecordedIndicator wrong, Indicator indicator) {
    add(programme, indicator, wrong.id());
  }

  private void add(String programme, Indicator indicator, Long corrects) {
    db.sql(
            """
            insert into indicator (programme, name, indicator_value, as_of, source, recorded_by,
              recorded_at, corrects)
            values (:programme, :name, :value, :asOf, :source, :by, :at, :corrects)
            """)
        .param("programme", programme)
        .param("name", indicator.name().field())
        .param("value", indicator.value())
        .param("asOf", indicator.asOf())
        .param("source", indicator.source())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .param("corrects", corrects)
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
    return Optional.ofNullable(ofEach(List.of(programme)).get(programme))
        .map(Filed::dossier)
        .orElseThrow(() -> new NotFound(Words.of("none.programme").formatted(programme)));
  }

  /**
   * @param dossier with the newest value of each indicator, as of the assessment it was opened for
   * @param recorded every value, in the order of the recording
   */
  public record Filed(Dossier dossier, List<RecordedIndicator> recorded) {}

  /** The dossiers of several programmes, or none, by programme; unknown ones are left out. */
  public Map<String, Filed> ofEach(Collection<String> programmes) {
    if (programmes.isEmpty()) {
      return Map.of();
    }
    Map<String, List<RecordedIndicator>> recorded = recordedOfEach(programmes);
    Map<String, Filed> dossiers = new HashMap<>();
    db.sql("select * from dossier where programme in (:programmes)")
        .param("programmes", programmes)
        .query(
            row -> {
              String programme = row.getString("programme");
              List<RecordedIndicator> values = recorded.getOrDefault(programme, List.of());
              dossiers.put(programme, new Filed(map(row, newest(values)), values));
            });
    return dossiers;
  }

  private static Dossier map(ResultSet row, Map<IndicatorName, Indicator> newest)
      throws SQLException {
    return new Dossier(
        row.getString("candidate"),
        row.getString("name"),
        row.getBoolean("european"),
        row.getString("region"),
        row.getObject("assessed_on", LocalDate.class),
        PropagandaExposure.valueOf(row.getString("propaganda_exposure")),
        row.getString("propaganda_exposure_source"),
        newest);
  }

  private static Map<IndicatorName, Indicator> newest(List<RecordedIndicator> values) {
    return series(values).stream()
        .collect(
            Collectors.toMap(
                Indicator::name,
                indicator -> indicator,
                (one, other) -> other.asOf().isBefore(one.asOf()) ? one : other));
  }

  /** Every value recorded, in the order of the day it describes, then of its recording. */
  public List<Indicator> series(String programme) {
    return series(recorded(programme));
  }

  private static List<Indicator> series(List<RecordedIndicator> values) {
    return values.stream()
        .sorted(Comparator.comparing(RecordedIndicator::asOf))
        .map(RecordedIndicator::indicator)
        .toList();
  }

  /** Every value with who recorded it and when, in the order of the recording. */
  public List<RecordedIndicator> recorded(String programme) {
    return recordedOfEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  private Map<String, List<RecordedIndicator>> recordedOfEach(Collection<String> programmes) {
    Map<String, List<RecordedIndicator>> recorded = new HashMap<>();
    db.sql(
            """
            select id, programme, name, indicator_value, as_of, source, recorded_by, recorded_at,
              corrects
            from indicator where programme in (:programmes) order by id
            """)
        .param("programmes", programmes)
        .query(
            row -> {
              enter(
                  map(row),
                  row.getObject("corrects", Long.class),
                  recorded.computeIfAbsent(row.getString("programme"), key -> new ArrayList<>()));
            });
    return recorded;
  }

  /** A value that corrects another one takes its place. */
  private static void enter(RecordedIndicator value, Long corrects, List<RecordedIndicator> to) {
    if (corrects == null) {
      to.add(value);
    } else {
      to.replaceAll(each -> each.id() == corrects ? each.corrected(value) : each);
    }
  }

  private static RecordedIndicator map(ResultSet row) throws SQLException {
    return new RecordedIndicator(
        row.getLong("id"),
        IndicatorName.ofField(row.getString("name")).orElseThrow(),
        row.getString("indicator_value"),
        row.getObject("as_of", LocalDate.class),
        row.getString("source"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
