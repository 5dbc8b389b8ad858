package app.chancery.records;

import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Notices, kept with their recipients: the telling is recorded (rule 8). */
@Service
public class Notices {

  private final JdbcClient db;
  private final NamedParameterJdbcOperations batches;
  private final Clock clock;
  private final Allies allies;

  Notices(JdbcClient db, NamedParameterJdbcOperations batches, Clock clock, Allies allies) {
    this.db = db;
    this.batches = batches;
    this.clock = clock;
    this.allies = allies;
  }

  /** What is told of a programme. */
  public record Message(String programme, String step, String subject, String text) {}

  /** Tells the delegations of all Allies of today what is proposed or was decided. */
  public void tellAllAllies(String programme, String step, String subject, String text) {
    tellAllAllies(List.of(new Message(programme, step, subject, text)));
  }

  /** Tells them of several programmes. */
  public void tellAllAllies(List<Message> messages) {
    if (!messages.isEmpty()) {
      tell(messages, allies.today().stream().map(Ally::delegation).toList(), false);
    }
  }

  /** Tells some groups, for a reminder or an escalation. */
  public void tell(
      String programme, String step, String subject, String text, List<String> groups) {
    tell(List.of(new Message(programme, step, subject, text)), groups, false);
  }

  /** Tells some groups what nobody else may know, nor one of them of the others. */
  public void tellInConfidence(
      String programme, String step, String subject, String text, List<String> groups) {
    tell(List.of(new Message(programme, step, subject, text)), groups, true);
  }

  private void tell(List<Message> messages, List<String> groups, boolean confidential) {
    String recipients = String.join(", ", groups);
    OffsetDateTime now = OffsetDateTime.now(clock);
    batches.batchUpdate(
        """
        insert into notice (programme, step, subject, text, recipients, sent_at, confidential)
        values (:programme, :step, :subject, :text, :recipients, :at, :confidential)
        """,
        messages.stream()
            .map(
                message ->
                    new MapSqlParameterSource()
                        .addValue("programme", message.programme())
                        .addValue("step", message.step())
                        .addValue("subject", message.subject())
                        .addValue("text", message.text())
                        .addValue("recipients", recipients)
                        .addValue("at", now)
                        .addValue("confidential", confidential))
            .toArray(SqlParameterSource[]::new));
  }

  /** The notices of a programme that the members of these groups may see, oldest first. */
  public List<Notice> shownTo(Collection<String> groups, String programme) {
    return of(programme).stream().flatMap(notice -> notice.shownTo(groups).stream()).toList();
  }

  /** The notices of a programme, oldest first. */
  public List<Notice> of(String programme) {
    return db.sql(
            """
            select id, programme, step, subject, text, recipients, sent_at, confidential
            from notice where programme = :programme order by id
            """)
        .param("programme", programme)
        .query(Notices::notice)
        .list();
  }

  private static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getString("programme"),
        row.getString("step"),
        row.getString("subject"),
        row.getString("text"),
        row.getString("recipients"),
        row.getObject("sent_at", OffsetDateTime.class),
        row.getBoolean("confidential"));
  }
}
