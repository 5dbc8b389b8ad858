package app.chancery.records;

import app.chancery.platform.audit.Act;
import app.chancery.platform.audit.Audit;
import app.chancery.platform.people.Author;
import app.chancery.platform.people.Groups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The register of decisions. It only grows; the database refuses to change or delete an entry. */
@Service
public class DecisionRecords {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Audit audit;

  DecisionRecords(JdbcClient db, Clock clock, Author author, Audit audit) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.audit = audit;
  }

  /** Records what the acting person (or Chancery) has decided just now. */
  public void record(String programme, String step, String what, String why) {
    record(programme, step, what, why, false, false);
  }

  /**
   * The same of what ends the programme. Some of the office's work comes between such a decision
   * and the end, and more may be recorded meanwhile.
   */
  public void recordEnd(String programme, String step, String what, String why) {
    record(programme, step, what, why, false, true);
  }

  /** The same of what the staff alone may read. */
  void recordForStaff(String programme, String step, String what, String why) {
    record(programme, step, what, why, true, false);
  }

  private void record(
      String programme, String step, String what, String why, boolean forStaff, boolean ends) {
    db.sql(
            """
            insert into decision_record (programme, step, what, why, decided_by, decided_at,
              for_staff, ends_programme)
            values (:programme, :step, :what, :why, :by, :at, :forStaff, :ends)
            """)
        .param("programme", programme)
        .param("step", step)
        .param("what", what)
        .param("why", why)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .param("forStaff", forStaff)
        .param("ends", ends)
        .update();
    audit.record(Act.DECISION, programme, step, what, why);
  }

  /** The decisions of a programme, oldest first. */
  public List<DecisionRecord> of(String programme) {
    return db.sql(
            """
            select id, programme, step, what, why, decided_by, decided_at
            from decision_record where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(DecisionRecords::decision)
        .list();
  }

  /** The last of those that end the programme, if there is one. */
  public Optional<DecisionRecord> end(String programme) {
    return db.sql(
            """
            select id, programme, step, what, why, decided_by, decided_at
            from decision_record where programme = :programme and ends_programme
            order by id desc limit 1
            """)
        .param("programme", programme)
        .query(DecisionRecords::decision)
        .optional();
  }

  /** Those that somebody of these groups may read, oldest first. */
  public List<DecisionRecord> shownTo(Collection<String> groups, String programme) {
    return Groups.areStaff(groups) ? of(programme) : shownToAll(programme);
  }

  /** Those that everybody may read, oldest first. */
  public List<DecisionRecord> shownToAll(String programme) {
    return db.sql(
            """
            select id, programme, step, what, why, decided_by, decided_at
            from decision_record where programme = :programme and not for_staff order by id
            """)
        .param("programme", programme)
        .query(DecisionRecords::decision)
        .list();
  }

  private static DecisionRecord decision(ResultSet row, int number) throws SQLException {
    return new DecisionRecord(
        row.getLong("id"),
        row.getString("programme"),
        row.getString("step"),
        row.getString("what"),
        row.getString("why"),
        row.getString("decided_by"),
        row.getObject("decided_at", OffsetDateTime.class));
  }
}
