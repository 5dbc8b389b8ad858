package app.chancery.platform.mail;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that were written, and what became of each. */
@Component
public class Outbox {

  /** Why a mail is given up that was not even tried. */
  static final String TOO_OLD = "mail.tooOld";

  private final JdbcClient db;
  private final NamedParameterJdbcOperations batches;
  private final Clock clock;
  private final MailPolicy policy;
  private final ApplicationEventPublisher events;

  Outbox(
      JdbcClient db,
      NamedParameterJdbcOperations batches,
      Clock clock,
      MailPolicy policy,
      ApplicationEventPublisher events) {
    this.db = db;
    this.batches = batches;
    this.clock = clock;
    this.policy = policy;
    this.events = events;
  }

  /** Mails were written, in the transaction that is under way. */
  record Written() {}

  /** Writes mails, in the transaction of what they tell of. They are sent when it is committed. */
  public void post(List<Letter> letters) {
    if (letters.isEmpty()) {
      return;
    }
    OffsetDateTime now = now();
    batches.batchUpdate(
        """
        insert into mail (message_id, account, about, subject, waiting, path, state, written_at, due_at,
          tries)
        values (:messageId, :account, :about, :subject, :waiting, :path, :state, :now, :now, 0)
        """,
        letters.stream()
            .map(
                letter ->
                    new MapSqlParameterSource()
                        .addValue("messageId", "<" + UUID.randomUUID() + "@chancery>")
                        .addValue("account", letter.account())
                        .addValue("about", letter.about())
                        .addValue("subject", letter.subject())
                        .addValue("waiting", String.join("\n", letter.lines()))
                        .addValue("path", letter.path())
                        .addValue("state", MailState.WAITING.code())
                        .addValue("now", now))
            .toArray(SqlParameterSource[]::new));
    events.publishEvent(new Written());
  }

  /** Forgets all mails, for what was only played. */
  public void clear() {
    db.sql("delete from mail").update();
  }

  /**
   * Takes mails that are due, also those never tried that are of a time to come, as the clock was
   * put back since, for the time of {@link MailPolicy#takenFor()}: no other node sends them
   * meanwhile, and any does afterwards if this one was killed.
   */
  @Transactional
  public List<Mail> take() {
    OffsetDateTime now = now();
    List<Mail> taken =
        db.sql(
                "select * from mail where state = :waiting and (due_at <= :now or tries = 0)"
                    + " order by due_at, id limit :most for update skip locked")
            .param("waiting", MailState.WAITING.code())
            .param("now", now)
            .param("most", policy.atOnce())
            .query(Outbox::mail)
            .list();
    if (!taken.isEmpty()) {
      db.sql("update mail set due_at = :free, tries = tries + 1 where id in (:ids)")
          .param("free", now.plus(policy.takenFor()))
          .param("ids", taken.stream().map(Mail::id).toList())
          .update();
    }
    return taken;
  }

  /**
   * Has a mail that was taken for the whole of that time once more, right before it is sent: those
   * before it may have taken long.
   *
   * @return whether it is still this node's; another one may have taken it since
   */
  boolean keep(Mail mail) {
    return ofThisNode("update mail set due_at = :free", mail)
            .param("free", now().plus(policy.takenFor()))
            .update()
        > 0;
  }

  /** Each time that a mail is taken is another try; its number tells whose it is. */
  private JdbcClient.StatementSpec ofThisNode(String update, Mail mail) {
    return db.sql(update + " where id = :id and state = :waiting and tries = :taken")
        .param("id", mail.id())
        .param("waiting", MailState.WAITING.code())
        .param("taken", mail.tries() + 1);
  }

  /** Whosever it is by now: nobody needs to send it again. */
  void sent(Mail mail) {
    db.sql("update mail set state = :sent, sent_at = :now, failure = null where id = :id")
        .param("sent", MailState.SENT.code())
        .param("now", now())
        .param("id", mail.id())
        .update();
  }

  /** It is tried again later, unless it was written too long ago. */
  void delayed(Mail mail, String why) {
    OffsetDateTime next = now().plus(policy.waitAfter(mail.tries() + 1));
    if (next.isAfter(mail.writtenAt().plus(policy.givenUpAfter()))) {
      failed(mail, why);
    } else {
      ofThisNode("update mail set due_at = :next, failure = :why", mail)
          .param("next", next)
          .param("why", why)
          .update();
    }
  }

  /** It is not tried again, unless an administrator wants that. */
  void failed(Mail mail, String why) {
    ofThisNode("update mail set state = :failed, failure = :why", mail)
        .param("failed", MailState.FAILED.code())
        .param("why", why)
        .update();
  }

  /** It was taken and not tried. */
  void putBack(Mail mail) {
    ofThisNode("update mail set due_at = :due, tries = :tries", mail)
        .param("due", mail.dueAt())
        .param("tries", mail.tries())
        .update();
  }

  boolean isTooOld(Mail mail) {
    return mail.writtenAt().plus(policy.givenUpAfter()).isBefore(now());
  }

  /**
   * An administrator wants a mail that failed to be tried again, as if it were written now.
   *
   * @return whether it had failed
   */
  @Transactional
  public boolean tryAgain(long id) {
    boolean again =
        db.sql(
                    """
                update mail set state = :waiting, due_at = :now, written_at = :now, tries = 0
                where id = :id and state = :failed
                """)
                .param("waiting", MailState.WAITING.code())
                .param("failed", MailState.FAILED.code())
                .param("now", now())
                .param("id", id)
                .update()
            > 0;
    if (again) {
      events.publishEvent(new Written());
    }
    return again;
  }

  /** Gives up what has waited too long, where there is no server that could take it. */
  void giveUpOld() {
    db.sql(
            """
            update mail set state = :failed, failure = coalesce(failure, :why)
            where state = :waiting and written_at < :before
            """)
        .param("failed", MailState.FAILED.code())
        .param("why", Words.of(TOO_OLD))
        .param("waiting", MailState.WAITING.code())
        .param("before", now().minus(policy.givenUpAfter()))
        .update();
  }

  /** Forgets what was sent or has failed long ago. */
  void forgetOld() {
    db.sql("delete from mail where state <> :waiting and written_at < :before")
        .param("waiting", MailState.WAITING.code())
        .param("before", now().minus(policy.keptFor()))
        .update();
  }

  /** The mail address of an account; empty if it has none, or there is no such account. */
  Optional<String> addressOf(String account) {
    return db.sql("select email_ from act_id_user where id_ = :account and email_ is not null")
        .param("account", account)
        .query(String.class)
        .optional()
        .map(String::strip)
        .filter(address -> !address.isEmpty());
  }

  Map<MailState, Long> counts() {
    Map<MailState, Long> counts = new HashMap<>();
    db.sql("select state, count(*) as mails from mail group by state")
        .query(
            row -> {
              counts.put(Coded.of(MailState.class, row.getString("state")), row.getLong("mails"));
            });
    return counts;
  }

  /** Mails of a state, the newest first. */
  List<Mail> of(MailState state, int size, long offset) {
    return db.sql(
            "select * from mail where state = :state order by id desc limit :size offset :offset")
        .param("state", state.code())
        .param("size", size)
        .param("offset", offset)
        .query(Outbox::mail)
        .list();
  }

  /** Nothing goes to the address of whoever is called so next. */
  @EventListener
  void forget(AccountLeft left) {
    db.sql("delete from mail where account = :account").param("account", left.account()).update();
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  private static Mail mail(ResultSet row, int number) throws SQLException {
    return new Mail(
        row.getLong("id"),
        row.getString("message_id"),
        row.getString("account"),
        row.getString("subject"),
        row.getString("waiting").lines().toList(),
        row.getString("path"),
        Coded.of(MailState.class, row.getString("state")),
        row.getObject("written_at", OffsetDateTime.class),
        row.getObject("due_at", OffsetDateTime.class),
        row.getInt("tries"),
        row.getString("failure"),
        row.getObject("sent_at", OffsetDateTime.class));
  }
}
