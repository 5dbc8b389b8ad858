package app.chancery.stakeholders;

import app.chancery.platform.people.Author;
import app.chancery.platform.secrecy.Sealed;
import app.chancery.platform.secrecy.SealedTable;
import app.chancery.platform.secrecy.Secrecy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The only place where interview content lies (rule 11), sealed. Nothing outside this package can
 * reach it.
 */
@Repository
class Interviews {

  static final SealedTable SAID =
      new SealedTable(
          "interview", List.of("id"), List.of("programme", "stakeholder", "recorded_at"));

  static final SealedTable QUESTIONS =
      new SealedTable(
          "interview_question", List.of("id"), List.of("programme", "stakeholder", "asked_at"));

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;
  private final Secrecy secrecy;
  private final SaidAsJson json;

  Interviews(JdbcClient db, Clock clock, Author author, Secrecy secrecy, SaidAsJson json) {
    this.db = db;
    this.clock = clock;
    this.author = author;
    this.secrecy = secrecy;
    this.json = json;
  }

  void add(String programme, long stakeholder, InterviewAnswers answers) {
    add(programme, stakeholder, answers, author.name(), now());
  }

  /**
   * @param at without anything below microseconds
   */
  void add(
      String programme, long stakeholder, InterviewAnswers answers, String by, OffsetDateTime at) {
    Sealed said = secrecy.seal(SAID, json.written(answers), programme, stakeholder, at);
    db.sql(
            """
            insert into interview (programme, stakeholder, sealed, sealed_by, recorded_by,
              recorded_at)
            values (:programme, :stakeholder, :sealed, :sealedBy, :by, :at)
            """)
        .param("programme", programme)
        .param("stakeholder", stakeholder)
        .param("sealed", said.bytes())
        .param("sealedBy", said.by())
        .param("by", by)
        .param("at", at)
        .update();
  }

  /** The newest interview of each stakeholder. */
  List<Interview> newest(String programme) {
    return db
        .sql(
            """
            select programme, stakeholder, sealed, sealed_by, recorded_by, recorded_at
            from interview i where programme = :programme
              and id = (select max(id) from interview n where n.stakeholder = i.stakeholder)
            """)
        .param("programme", programme)
        .query(this::map)
        .list()
        .stream()
        .sorted(Comparator.comparing(Interview::stakeholder))
        .toList();
  }

  /** Whether there is an interview of the stakeholder; nothing of it is opened. */
  boolean isInterviewed(long stakeholder) {
    return db.sql("select count(*) from interview where stakeholder = :stakeholder")
            .param("stakeholder", stakeholder)
            .query(Long.class)
            .single()
        > 0;
  }

  /** An envoy asks for a further interview, because of this. */
  void ask(String programme, long stakeholder, String question) {
    ask(programme, stakeholder, question, author.name(), now());
  }

  /**
   * @param at without anything below microseconds
   */
  void ask(String programme, long stakeholder, String question, String by, OffsetDateTime at) {
    Sealed asked = secrecy.seal(QUESTIONS, question, programme, stakeholder, at);
    db.sql(
            """
            insert into interview_question (programme, stakeholder, sealed, sealed_by, asked_by,
              asked_at)
            values (:programme, :stakeholder, :sealed, :sealedBy, :by, :at)
            """)
        .param("programme", programme)
        .param("stakeholder", stakeholder)
        .param("sealed", asked.bytes())
        .param("sealedBy", asked.by())
        .param("by", by)
        .param("at", at)
        .update();
  }

  /** What was asked beyond the first interview of the stakeholder, oldest first. */
  List<String> questionsFor(long stakeholder) {
    return db.sql(
            """
            select programme, stakeholder, sealed, sealed_by, asked_at from interview_question
            where stakeholder = :stakeholder order by id
            """)
        .param("stakeholder", stakeholder)
        .query((row, number) -> secrecy.text(QUESTIONS, row))
        .list();
  }

  /** As every database keeps it: what is sealed is bound to it. */
  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
  }

  private Interview map(ResultSet row, int number) throws SQLException {
    InterviewAnswers said = json.read(secrecy.text(SAID, row));
    return new Interview(
        row.getLong("stakeholder"),
        said.held(),
        said.power(),
        said.interest(),
        said.currentStance(),
        said.desiredStance(),
        said.redLines(),
        said.leveragePoints(),
        said.notes(),
        row.getString("recorded_by"),
        row.getObject("recorded_at", OffsetDateTime.class));
  }
}
