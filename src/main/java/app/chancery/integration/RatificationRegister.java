package app.chancery.integration;

import app.chancery.platform.people.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of ratifications and of their holds; entries are only added. */
@Repository
class RatificationRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  RatificationRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  void add(String programme, String ally, RatificationStage stage, LocalDate reached) {
    db.sql(
            """
            insert into ratification_entry (programme, ally, stage, reached_on, recorded_by,
              recorded_at)
            values (:programme, :ally, :stage, :on, :by, :at)
            """)
        .param("programme", programme)
        .param("ally", ally)
        .param("stage", stage.name())
        .param("on", reached)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Every entry of the programme, in the order of recording. */
  List<RatificationEntry> entries(String programme) {
    return db.sql(
            """
            select id, programme, ally, stage, reached_on, recorded_by, recorded_at
            from ratification_entry where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(RatificationRegister::entry)
        .list();
  }

  void add(
      String programme,
      String ally,
      RatificationHold.Change change,
      LocalDate date,
      String reason) {
    db.sql(
            """
            insert into ratification_hold (programme, ally, change_made, stated_on, reason,
              recorded_by, recorded_at)
            values (:programme, :ally, :change, :on, :reason, :by, :at)
            """)
        .param("programme", programme)
        .param("ally", ally)
        .param("change", change.name())
        .param("on", date)
        .param("reason", reason)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** Every hold and going on of the programme, in the order of recording. */
  List<RatificationHold> holds(String programme) {
    return db.sql(
            """
            select id, programme, ally, change_made, stated_on, reason, recorded_by, recorded_at
            from ratification_hold where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(RatificationRegister::hold)
        .list();
  }

  private static RatificationEntry entry(ResultSet row, int number) throws SQLException {
    return new RatificationEntry(
        row.getLong("id"),
        row.getString("programme"),
        row.getString("ally"),
        RatificationStage.valueOf(row.getString("stage")),
        row.getObject("reached_on", LocalDate.class),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }

  private static RatificationHold hold(ResultSet row, int number) throws SQLException {
    return new RatificationHold(
        row.getLong("id"),
        row.getString("programme"),
        row.getString("ally"),
        RatificationHold.Change.valueOf(row.getString("change_made")),
        row.getObject("stated_on", LocalDate.class),
        row.getString("reason"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
