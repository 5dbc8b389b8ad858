package app.chancery.integration;

import app.chancery.platform.people.Author;
import app.chancery.platform.time.Days;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The security assurances of all programmes. Their terms are only added to; the last one of an
 * assurance counts.
 */
@Service
public class Assurances {

  private final JdbcClient db;
  private final Clock clock;
  private final Days days;
  private final Author author;

  Assurances(JdbcClient db, Clock clock, Days days, Author author) {
    this.db = db;
    this.clock = clock;
    this.days = days;
    this.author = author;
  }

  /** All assurances of a programme, also those of earlier packages, in the order of the phases. */
  public List<Assurance> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  public Map<String, List<Assurance>> ofEach(Collection<String> programmes) {
    return db
        .sql(
            """
            select a.id, a.programme, a.phase_id, a.text, t.in_force_from, t.in_force_until,
              t.source
            from assurance a
            left join assurance_term t on t.id =
              (select max(id) from assurance_term where assurance_id = a.id)
            where a.programme in (:programmes) order by a.phase_id, a.id
            """)
        .param("programmes", programmes)
        .query(Assurances::assurance)
        .list()
        .stream()
        .collect(Collectors.groupingBy(Assurance::programme));
  }

  public List<Assurance> of(Phase phase) {
    return of(phase.programme()).stream().filter(each -> each.phaseId() == phase.id()).toList();
  }

  /** Those that are in force on a day. */
  public List<Assurance> inForce(String programme, LocalDate day) {
    return of(programme).stream().filter(each -> each.isInForce(day)).toList();
  }

  /** Whether every assurance of a phase is in force today. */
  public boolean areInForce(Phase phase) {
    LocalDate today = days.today();
    return of(phase).stream().allMatch(each -> each.isInForce(today));
  }

  void promise(Phase phase, String text) {
    db.sql("insert into assurance (programme, phase_id, text) values (:programme, :phase, :text)")
        .param("programme", phase.programme())
        .param("phase", phase.id())
        .param("text", text)
        .update();
  }

  /** Every assurance of the phase gets a (new) term. */
  void putInForce(Phase phase, LocalDate from, LocalDate until, String source) {
    for (Assurance assurance : of(phase)) {
      db.sql(
              """
              insert into assurance_term (assurance_id, in_force_from, in_force_until, source,
                recorded_by, recorded_at)
              values (:assurance, :from, :until, :source, :by, :at)
              """)
          .param("assurance", assurance.id())
          .param("from", from)
          .param("until", until)
          .param("source", source)
          .param("by", author.name())
          .param("at", OffsetDateTime.now(clock))
          .update();
    }
  }

  private static Assurance assurance(ResultSet row, int number) throws SQLException {
    return new Assurance(
        row.getLong("id"),
        row.getString("programme"),
        row.getLong("phase_id"),
        row.getString("text"),
        row.getObject("in_force_from", LocalDate.class),
        row.getObject("in_force_until", LocalDate.class),
        row.getString("source"));
  }
}
