package app.chancery.records;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.words.Coded;
import app.chancery.records.alliance.Allies;
import app.chancery.records.alliance.Ally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Service;

/**
 * Notices, kept with their recipients: the telling is recorded (rule 8). What was told is kept in
 * the words in which it was told.
 */
@Service
public class Notices {

  private final JdbcClient db;
  private final NamedParameterJdbcOperations batches;
  private final Clock clock;
  private final Allies allies;
  private final CandidateNames candidates;
  private final Inbox inbox;

  Notices(
      JdbcClient db,
      NamedParameterJdbcOperations batches,
      Clock clock,
      Allies allies,
      CandidateNames candidates,
      Inbox inbox) {
    this.db = db;
    this.batches = batches;
    this.clock = clock;
    this.allies = allies;
    this.candidates = candidates;
    this.inbox = inbox;
  }

  /** Tells the delegations of all Allies of today what is proposed or was decided. */
  public void tellAllAllies(Message message) {
    tellAllAllies(List.of(message));
  }

  /** Tells them of several programmes. */
  public void tellAllAllies(List<Message> messages) {
    if (!messages.isEmpty()) {
      tell(messages, allies.today().stream().map(Ally::delegation).toList(), false);
    }
  }

  /** Tells some groups, for a reminder or an escalation. */
  public void tell(Message message, List<String> groups) {
    tell(List.of(message), groups, false);
  }

  /** Tells some groups what nobody else may know, nor one of them of the others. */
  public void tellInConfidence(Message message, List<String> groups) {
    tell(List.of(message), groups, true);
  }

  /**
   * Tells some people what is for them alone, such as that a task was handed to them. Nobody else
   * reads it.
   *
   * @param accounts of those who are told; whether they may know of it is for the caller to see
   */
  public void tellPersons(Message message, Collection<String> accounts) {
    if (!accounts.isEmpty()) {
      OffsetDateTime now = OffsetDateTime.now(clock);
      inbox.deliverTo(
          keep(List.of(message), accounts.stream().map(Notice::person).toList(), true, now),
          accounts,
          now);
    }
  }

  private void tell(List<Message> messages, List<String> groups, boolean confidential) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    inbox.deliver(keep(messages, groups, confidential, now), groups, now);
  }

  /** Gives the ids of the notices. */
  private List<Long> keep(
      List<Message> messages, List<String> recipients, boolean confidential, OffsetDateTime now) {
    String told = String.join(Notice.BETWEEN, recipients);
    Map<String, String> called = new HashMap<>();
    KeyHolder ids = new GeneratedKeyHolder();
    batches.batchUpdate(
        """
        insert into notice (kind, programme, step, place, place_id, subject, text, recipients,
          sent_at, confidential)
        values (:kind, :programme, :step, :place, :placeId, :subject, :text, :recipients,
          :at, :confidential)
        """,
        messages.stream()
            .map(
                message ->
                    row(message, called.computeIfAbsent(message.programme(), candidates::inWords))
                        .addValue("recipients", told)
                        .addValue("at", now)
                        .addValue("confidential", confidential))
            .toArray(SqlParameterSource[]::new),
        ids,
        new String[] {"id"});
    return ids.getKeyList().stream()
        .map(row -> ((Number) row.values().iterator().next()).longValue())
        .toList();
  }

  private static MapSqlParameterSource row(Message message, String candidate) {
    return new MapSqlParameterSource()
        .addValue("kind", message.kind().code())
        .addValue("programme", message.programme())
        .addValue("step", message.step())
        .addValue("place", message.place().kind().code())
        .addValue("placeId", message.place().id())
        .addValue("subject", message.kind().subject(candidate, message.facts()))
        .addValue("text", message.kind().text(candidate, message.facts()));
  }

  /** The notices of a programme that the members of these groups may see, oldest first. */
  public List<Notice> shownTo(Collection<String> groups, String programme) {
    return of(programme).stream().flatMap(notice -> notice.shownTo(groups).stream()).toList();
  }

  /** The notices of a programme, oldest first, but for those that were for single persons. */
  public List<Notice> of(String programme) {
    return db.sql(
            """
            select id, kind, programme, step, place, place_id, subject, text, recipients, sent_at,
              confidential
            from notice where programme = :programme and recipients not like '@%' order by id
            """)
        .param("programme", programme)
        .query(Notices::notice)
        .list();
  }

  static Notice notice(ResultSet row, int number) throws SQLException {
    return new Notice(
        row.getLong("id"),
        kind(row.getString("kind")),
        row.getString("programme"),
        row.getString("step"),
        new NoticePlace(
            Coded.of(NoticePlace.Kind.class, row.getString("place")), row.getString("place_id")),
        row.getString("subject"),
        row.getString("text"),
        row.getString("recipients"),
        row.getObject("sent_at", OffsetDateTime.class),
        row.getBoolean("confidential"));
  }

  private static NoticeKind kind(String code) {
    return code == null ? null : Coded.of(NoticeKind.class, code);
  }
}
