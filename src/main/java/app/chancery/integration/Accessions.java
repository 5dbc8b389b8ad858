package app.chancery.integration;

import app.chancery.platform.people.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The stages of accessions. Entries are only added; the last one of a stage counts. */
@Service
public class Accessions {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  Accessions(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /** Every entry of a programme, in the order of recording. */
  public List<AccessionEntry> of(String programme) {
    return db.sql(
            """
            select id, programme, stage, happened_on, detail, recorded_by, recorded_at
            from accession_entry where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(Accessions::entry)
        .list();
  }

  /** The day a stage was reached, if it was. */
  public Optional<LocalDate> dateOf(String programme, AccessionStage stage) {
    return of(programme).stream()
        .filter(entry -> entry.stage() == stage)
        .map(AccessionEntry::date)
        .reduce((earlier, last) -> last);
  }

  /** The day of the protocol that is being ratified; the earliest there is if none was signed. */
  LocalDate signedOn(String programme) {
    return dateOf(programme, AccessionStage.PROTOCOL_SIGNED).orElse(LocalDate.MIN);
  }

  void enter(String programme, AccessionStage stage, LocalDate date, String detail) {
    db.sql(
            """
            insert into accession_entry (programme, stage, happened_on, detail, recorded_by,
              recorded_at)
            values (:programme, :stage, :on, :detail, :by, :at)
            """)
        .param("programme", programme)
        .param("stage", stage.name())
        .param("on", date)
        .param("detail", detail)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  private static AccessionEntry entry(ResultSet row, int number) throws SQLException {
    return new AccessionEntry(
        row.getLong("id"),
        row.getString("programme"),
        AccessionStage.valueOf(row.getString("stage")),
        row.getObject("happened_on", LocalDate.class),
        row.getString("detail"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
