package app.chancery.stakeholders;

import app.chancery.platform.security.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The only place where interview content lies (rule 11). Nothing outside this package can reach it.
 */
@Repository
class Interviews {

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  Interviews(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  void add(String programme, long stakeholder, InterviewAnswers answers) {
    db.sql(
            """
            insert into interview (programme, stakeholder, held, power, interest, current_stance,
              desired_stance, red_lines, leverage_points, notes, recorded_by, recorded_at)
            values (:programme, :stakeholder, :held, :power, :interest, :current, :desired,
              :redLines, :leverage, :notes, :by, :at)
            """)
        .param("programme", programme)
        .param("stakeholder", stakeholder)
        .param("held", answers.held())
        .param("power", answers.power())
        .param("interest", answers.interest())
        .param("current", answers.currentStance().name())
        .param("desired", answers.desiredStance().name())
        .param(
            "redLines",
            answers.redLines().stream().map(RedLine::stored).collect(Collectors.joining("\n")))
        .param("leverage", String.join("\n", answers.leveragePoints()))
        .param("notes", answers.notes())
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** The newest interview of each stakeholder. */
  List<Interview> newest(String programme) {
    return db
        .sql(
            """
            select * from interview i where programme = :programme
              and id = (select max(id) from interview n where n.stakeholder = i.stakeholder)
            """)
        .param("programme", programme)
        .query(Interviews::map)
        .list()
        .stream()
        .sorted(Comparator.comparing(Interview::stakeholder))
        .toList();
  }

  Optional<Interview> newestOf(long stakeholder) {
    return db.sql(
            "select * from interview where stakeholder = :stakeholder order by id desc limit 1")
        .param("stakeholder", stakeholder)
        .query(Interviews::map)
        .optional();
  }

  /** An envoy asks for a further interview, because of this. */
  void ask(String programme, long stakeholder, String question) {
    db.sql(
            """
            insert into interview_question (programme, stakeholder, question, asked_by, asked_at)
            values (:programme, :stakeholder, :question, :by, :at)
            """)
        .param("programme", programme)
        .param("stakeholder", stakeholder)
        .param("question", question)
        .param("by", author.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  /** What was asked beyond the first interview of the stakeholder, oldest first. */
  List<String> questionsFor(long stakeholder) {
    return db.sql(
            "select question from interview_question where stakeholder = :stakeholder order by id")
        .param("stakeholder", stakeholder)
        .query(String.class)
        .list();
  }

  private static Interview map(ResultSet row, int number) throws SQLException {
    return new Interview(
        row.getLong("stakeholder"),
        row.getBoolean("held"),
        row.getInt("power"),
        row.getInt("interest"),
        Stance.valueOf(row.getString("current_stance")),
        Stance.valueOf(row.getString("desired_stance")),
        row.getString("red_lines").lines().map(RedLine::ofStored).toList(),
        row.getString("leverage_points").lines().toList(),
        row.getString("notes"),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
