package app.chancery.platform.forms;

import app.chancery.platform.security.AccountLeft;
import app.chancery.platform.security.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What people are typing, one draft for each person and place. A draft is its writer's alone:
 * nobody else reads it, whatever rights they have, and it is in no other table, log or history. It
 * goes when its writer hands the form in, or by {@link DraftPolicy}.
 */
@Service
public class Drafts {

  /** How often each node looks for drafts whose time is over. */
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  private final JdbcClient db;
  private final TypedFields typed;
  private final Clock clock;
  private final Author author;
  private final DraftPolicy policy;
  private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

  Drafts(JdbcClient db, TypedFields typed, Clock clock, Author author, DraftPolicy policy) {
    this.db = db;
    this.typed = typed;
    this.clock = clock;
    this.author = author;
    this.policy = policy;
  }

  /** What the account was typing, and what it has handed in as what. */
  @EventListener
  void forget(AccountLeft left) {
    db.sql("delete from draft where writer = :account").param("account", left.account()).update();
    db.sql("delete from handed_in where person = :account")
        .param("account", left.account())
        .update();
  }

  /** The draft of the person who acts. */
  public Optional<Draft> find(FormPlace place) {
    return db.sql(
            "select fields, saved_at, once from draft"
                + " where writer = :writer and place = :place and discarded_at is null")
        .param("writer", author.account())
        .param("place", place.address())
        .query(
            (row, number) ->
                new Draft(
                    typed.read(row.getString("fields")),
                    row.getObject("saved_at", OffsetDateTime.class),
                    row.getString("once")))
        .optional();
  }

  /**
   * Keeps what the person who acts has typed, in the place of what they had before. What is
   * entirely empty is no draft.
   */
  public Draft save(FormPlace place, Map<String, Object> fields) {
    return save(place, fields, null);
  }

  /**
   * @param once the one-time number of the start form that it is typed into; null if it has none
   */
  Draft save(FormPlace place, Map<String, Object> fields, String once) {
    Draft draft = new Draft(fields, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS), once);
    if (draft.isEmpty()) {
      discard(place);
    } else if (!update(place, draft)) {
      try {
        insert(place, draft);
      } catch (DuplicateKeyException inTheSameMoment) {
        update(place, draft);
      }
    }
    clearSometimes();
    return draft;
  }

  /**
   * Puts the draft of the person who acts away, if there is one. They may bring it back for a
   * while, until they have begun another one.
   */
  public void discard(FormPlace place) {
    db.sql(
            """
            update draft set discarded_at = :now
            where writer = :writer and place = :place and discarded_at is null
            """)
        .param("now", OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS))
        .param("writer", author.account())
        .param("place", place.address())
        .update();
    clearSometimes();
  }

  /** Brings back what the person who acts has discarded, if it is still there. */
  public void bringBack(FormPlace place) {
    db.sql(
            """
            update draft set discarded_at = null
            where writer = :writer and place = :place and discarded_at >= :since
            """)
        .param("since", OffsetDateTime.now(clock).minus(policy.keptAfterDiscard()))
        .param("writer", author.account())
        .param("place", place.address())
        .update();
  }

  /** Whether the person who acts has discarded one that can be brought back. */
  public boolean hasDiscarded(FormPlace place) {
    return db.sql(
                """
                select count(*) from draft
                where writer = :writer and place = :place and discarded_at >= :since
                """)
            .param("since", OffsetDateTime.now(clock).minus(policy.keptAfterDiscard()))
            .param("writer", author.account())
            .param("place", place.address())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Deletes the draft of the person who acts, if there is one: it was handed in. */
  public void forget(FormPlace place) {
    db.sql("delete from draft where writer = :writer and place = :place")
        .param("writer", author.account())
        .param("place", place.address())
        .update();
  }

  /** The ids of the tasks that the person who acts has done since and that may be taken back. */
  public List<String> handedInSince(Instant moment) {
    return db
        .sql(
            """
            select place from draft
            where writer = :writer and place like '/handed-in/%' and saved_at >= :since
            order by saved_at
            """)
        .param("since", OffsetDateTime.ofInstant(moment, ZoneOffset.UTC))
        .param("writer", author.account())
        .query(String.class)
        .list()
        .stream()
        .map(place -> new FormPlace(place).id())
        .toList();
  }

  /** Notes that the person who acts has handed in a form, and as what. */
  void noteHandedIn(FormPlace place, Map<String, String> texts) {
    OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    if (note(
            "update handed_in set digest = :digest, handed_in_at = :at"
                + " where person = :person and place = :place",
            place,
            texts,
            now)
        == 0) {
      note(
          "insert into handed_in (person, place, digest, handed_in_at)"
              + " values (:person, :place, :digest, :at)",
          place,
          texts,
          now);
    }
  }

  private int note(
      String statement, FormPlace place, Map<String, String> texts, OffsetDateTime at) {
    return db.sql(statement)
        .param("person", author.account())
        .param("place", place.address())
        .param("digest", typed.digest(place, texts))
        .param("at", at)
        .update();
  }

  /** When the person who acts has handed in the form with those very texts; empty if never. */
  Optional<OffsetDateTime> handedIn(FormPlace place, Map<String, String> texts) {
    return db.sql(
            """
            select handed_in_at from handed_in
            where person = :person and place = :place and digest = :digest
            """)
        .param("person", author.account())
        .param("place", place.address())
        .param("digest", typed.digest(place, texts))
        .query((row, number) -> row.getObject(1, OffsetDateTime.class))
        .optional();
  }

  /** Deletes the drafts whose time is over, and those whose writer has no account any more. */
  void clear() {
    db.sql(
            """
            delete from draft
            where saved_at < :before and (place like '/handed-in/%' or place like '/tasks/%'
                and not exists (select 1 from act_ru_task where '/tasks/' || id_ = place))
              or discarded_at < :discarded
              or not exists (select 1 from act_id_user where id_ = writer)
            """)
        .param("before", OffsetDateTime.now(clock).minus(policy.keptAfterEnd()))
        .param("discarded", OffsetDateTime.now(clock).minus(policy.keptAfterDiscard()))
        .update();
    db.sql(
            """
            delete from handed_in
            where handed_in_at < :before
              and not exists (select 1 from act_ru_task where '/tasks/' || id_ = place)
              or not exists (select 1 from act_id_user where id_ = person)
            """)
        .param("before", OffsetDateTime.now(clock).minus(policy.keptAfterEnd()))
        .update();
  }

  private void clearSometimes() {
    Instant now = clock.instant();
    Instant last = looked.get();
    if (now.isAfter(last.plus(BETWEEN_LOOKS)) && looked.compareAndSet(last, now)) {
      clear();
    }
  }

  private boolean update(FormPlace place, Draft draft) {
    return with(
                "update draft set fields = :fields, saved_at = :at, once = :once,"
                    + " discarded_at = null"
                    + " where writer = :writer and place = :place",
                place,
                draft)
            .update()
        > 0;
  }

  private void insert(FormPlace place, Draft draft) {
    with(
            "insert into draft (writer, place, fields, saved_at, once)"
                + " values (:writer, :place, :fields, :at, :once)",
            place,
            draft)
        .update();
  }

  private JdbcClient.StatementSpec with(String statement, FormPlace place, Draft draft) {
    return db.sql(statement)
        .param("writer", author.account())
        .param("place", place.address())
        .param("fields", typed.written(draft.fields()))
        .param("at", draft.savedAt())
        .param("once", draft.once());
  }
}
