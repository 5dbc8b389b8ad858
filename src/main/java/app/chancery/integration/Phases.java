package app.chancery.integration;

import app.chancery.readiness.Instrument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The phases of all programmes: one for each instrument of the endorsed package. */
@Service
public class Phases {

  private static final String SELECT =
      """
      select id, programme, package_id, phase_number, instrument, planned_from, planned_to,
        started_at, ended_at
      from phase\s""";

  private final JdbcClient db;
  private final Clock clock;

  Phases(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The phases of the newest package under which integration was prepared, in their order. */
  public List<Phase> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  public Map<String, List<Phase>> ofEach(Collection<String> programmes) {
    return db
        .sql(
            SELECT
                + """
                p where programme in (:programmes) and package_id =
                  (select max(package_id) from phase newest where newest.programme = p.programme)
                order by phase_number
                """)
        .param("programmes", programmes)
        .query(Phases::phase)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Phase::programme));
  }

  /** The phase that runs now, if one does. */
  public Optional<Phase> current(String programme) {
    return of(programme).stream().filter(Phase::isRunning).findFirst();
  }

  /** The phase behind the given one. */
  public Optional<Phase> after(Phase phase) {
    return of(phase.programme()).stream()
        .filter(other -> other.number() == phase.number() + 1)
        .findFirst();
  }

  /** The phase of accession to full membership, if the package has one. */
  public Optional<Phase> accession(String programme) {
    return of(programme).stream()
        .filter(phase -> phase.instrument() == Instrument.FULL_MEMBERSHIP_ACCESSION)
        .findFirst();
  }

  /** A phase by its id. */
  public Phase get(long id) {
    return db.sql(SELECT + "where id = :id").param("id", id).query(Phases::phase).single();
  }

  Phase plan(
      String programme,
      long packageId,
      int number,
      Instrument instrument,
      LocalDate from,
      LocalDate to) {
    db.sql(
            """
            insert into phase (programme, package_id, phase_number, instrument, planned_from,
              planned_to)
            values (:programme, :packageId, :number, :instrument, :from, :to)
            """)
        .param("programme", programme)
        .param("packageId", packageId)
        .param("number", number)
        .param("instrument", instrument.name())
        .param("from", from)
        .param("to", to)
        .update();
    return of(programme).stream()
        .filter(phase -> phase.number() == number)
        .findFirst()
        .orElseThrow();
  }

  void start(Phase phase) {
    stamp("started_at", phase);
  }

  void end(Phase phase) {
    stamp("ended_at", phase);
  }

  private void stamp(String column, Phase phase) {
    db.sql("update phase set " + column + " = :at where id = :id and " + column + " is null")
        .param("at", OffsetDateTime.now(clock))
        .param("id", phase.id())
        .update();
  }

  private static Phase phase(ResultSet row, int number) throws SQLException {
    return new Phase(
        row.getLong("id"),
        row.getString("programme"),
        row.getLong("package_id"),
        row.getInt("phase_number"),
        Instrument.valueOf(row.getString("instrument")),
        row.getObject("planned_from", LocalDate.class),
        row.getObject("planned_to", LocalDate.class),
        row.getObject("started_at", OffsetDateTime.class),
        row.getObject("ended_at", OffsetDateTime.class));
  }
}
