package app.chancery.integration;

import app.chancery.platform.people.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of the checks of domestic opposition. */
@Repository
class OppositionCheckRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  OppositionCheckRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  void add(
      String programme,
      OppositionFinding finding,
      String detail,
      String source,
      LocalDate checkedOn) {
    db.sql(
            """
            insert into opposition_check (programme, finding, detail, source, checked_on,
              recorded_by, recorded_at)
            values (:programme, :finding, :detail, :source, :on, :by, :at)
            """)
        .param("programme", programme)
        .param("finding", finding.name())
        .param("detail", detail)
        .param("source", source)
        .param("on", checkedOn)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The last check of each of the programmes; those without any are left out. */
  List<OppositionCheck> latestOfEach(Collection<String> programmes) {
    return db.sql(
            """
            select id, programme, finding, detail, source, checked_on, recorded_by
            from opposition_check where id in
              (select max(id) from opposition_check where programme in (:programmes)
               group by programme)
            """)
        .param("programmes", programmes)
        .query(OppositionCheckRegister::check)
        .list();
  }

  private static OppositionCheck check(ResultSet row, int number) throws SQLException {
    return new OppositionCheck(
        row.getLong("id"),
        row.getString("programme"),
        OppositionFinding.valueOf(row.getString("finding")),
        row.getString("detail"),
        row.getString("source"),
        row.getObject("checked_on", LocalDate.class),
        row.getString("recorded_by"));
  }
}
