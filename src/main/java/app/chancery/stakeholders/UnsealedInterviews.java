package app.chancery.stakeholders;

import app.chancery.platform.secrecy.UnsealedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Interviews that an earlier release has kept as they were said. */
@Component
class UnsealedInterviews implements UnsealedRows {

  private final JdbcClient db;
  private final Interviews interviews;
  private final TransactionTemplate transaction;

  UnsealedInterviews(JdbcClient db, Interviews interviews, TransactionTemplate transaction) {
    this.db = db;
    this.interviews = interviews;
    this.transaction = transaction;
  }

  @Override
  public void seal() {
    seal(
        "interview_unsealed",
        """
        select programme, stakeholder, held, power, interest, current_stance, desired_stance,
          red_lines, leverage_points, notes, recorded_by, recorded_at
        from interview_unsealed where id = :id for update
        """,
        this::interview);
    seal(
        "interview_question_unsealed",
        """
        select programme, stakeholder, question, asked_by, asked_at
        from interview_question_unsealed where id = :id for update
        """,
        this::question);
  }

  /** In the order in which they were recorded; whatever another node has sealed is gone. */
  private void seal(String table, String row, RowMapper<Runnable> sealing) {
    ids(table)
        .forEach(
            id ->
                transaction.executeWithoutResult(
                    begun -> {
                      List<Runnable> found = db.sql(row).param("id", id).query(sealing).list();
                      found.forEach(Runnable::run);
                      db.sql("delete from " + table + " where id = :id").param("id", id).update();
                    }));
  }

  private List<Long> ids(String table) {
    return db.sql("select id from " + table + " order by id").query(Long.class).list();
  }

  private Runnable interview(ResultSet row, int number) throws SQLException {
    String programme = row.getString("programme");
    long stakeholder = row.getLong("stakeholder");
    InterviewAnswers answers =
        new InterviewAnswers(
            row.getBoolean("held"),
            row.getInt("power"),
            row.getInt("interest"),
            Stance.valueOf(row.getString("current_stance")),
            Stance.valueOf(row.getString("desired_stance")),
            row.getString("red_lines").lines().map(RedLine::ofStored).toList(),
            row.getString("leverage_points").lines().toList(),
            row.getString("notes"));
    String by = row.getString("recorded_by");
    OffsetDateTime at = row.getObject("recorded_at", OffsetDateTime.class);
    return () -> interviews.add(programme, stakeholder, answers, by, at);
  }

  private Runnable question(ResultSet row, int number) throws SQLException {
    String programme = row.getString("programme");
    long stakeholder = row.getLong("stakeholder");
    String question = row.getString("question");
    String by = row.getString("asked_by");
    OffsetDateTime at = row.getObject("asked_at", OffsetDateTime.class);
    return () -> interviews.ask(programme, stakeholder, question, by, at);
  }
}
