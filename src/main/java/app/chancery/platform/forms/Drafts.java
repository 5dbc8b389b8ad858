package app.chancery.platform.forms;

import app.chancery.platform.people.AccountLeft;
import app.chancery.platform.people.Author;
import app.chancery.platform.secrecy.Sealed;
import app.chancery.platform.secrecy.SealedTable;
import app.chancery.platform.secrecy.Secrecy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What people are typing, one draft for each person and place. A draft is its writer's alone:
 * nobody else reads it, whatever rights they have, it rests sealed, and it is in no other table,
 * log or history. It goes when its writer hands the form in, or by {@link DraftPolicy}.
 */
@Service
public class Drafts {

  /** How often each node looks for drafts whose time is over. */
  private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

  static final SealedTable DRAFTS =
      new SealedTable("draft", List.of("writer", "place"), List.of("writer", "place"));

  static final SealedTable HANDED_IN =
      new SealedTable("handed_in", List.of("person", "place"), List.of("person", "place"));

  private final JdbcClient db;
  private final TypedFields typed;
  private final Secrecy secrecy;
  private final Clock clock;
  private final Author author;
  private final DraftPolicy policy;
  private final AtomicReference<Instant> looked = new AtomicReference<>(Instant.EPOCH);

  Drafts(
      JdbcClient db,
      TypedFields typed,
      Secrecy secrecy,
      Clock clock,
      Author author,
      DraftPolicy policy) {
    this.db = db;
    this.typed = typed;
    this.secrecy = secrecy;
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
            "select writer, place, sealed, sealed_by, saved_at, once, turn from draft"
                + " where writer = :writer and place = :place and discarded_at is null")
        .param("writer", author.account())
        .param("place", place.address())
        .query(
            (row, number) ->
                new Draft(
                    typed.read(secrecy.text(DRAFTS, row)),
                    row.getObject("saved_at", OffsetDateTime.class),
                    row.getString("once"),
                    Turn.read(row.getString("turn")).orElse(null)))
        .optional();
  }

  /**
   * Keeps what the person who acts has typed, in the place of what they had before. What is
   * entirely empty is no draft.
   */
  public Draft save(FormPlace place, Map<String, Object> fields) {
    return save(place, fields, null, null);
  }

  /**
   * @param fields by their names, a text or, of a tick box, a Boolean; whatever a text holds, only
   *     what no database keeps is left out
   * @param once the one-time number of the start form that it is typed into; null if it has none
   * @param turn of the page that saves it; null if it counts none
   */
  public Draft save(FormPlace place, Map<String, Object> fields, String once, Turn turn) {
    Draft draft =
        new Draft(
            TypedFields.storable(fields),
            OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS),
            once,
            turn);
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

  /**
   * The ids of the tasks that have ended while the person who acts was typing into them, last typed
   * first: what they typed is still there.
   */
  public List<String> tasksLeft() {
    return ids(
        """
        select place from draft
        where writer = :writer and place like '/tasks/%' and discarded_at is null
          and saved_at >= :since
          and not exists (select 1 from act_ru_task where id_ = substring(place from 8))
        order by saved_at desc
        """,
        Instant.EPOCH);
  }

  /** The ids of the tasks that the person who acts has typed into since, last first. */
  public List<String> tasksSince(Instant moment) {
    return ids(
        """
        select place from draft
        where writer = :writer and place like '/tasks/%' and discarded_at is null
          and saved_at >= :since
        order by saved_at desc
        """,
        moment);
  }

  /** The ids of the tasks that the person who acts has done since and that may be taken back. */
  public List<String> handedInSince(Instant moment) {
    return ids(
        """
        select place from draft
        where writer = :writer and place like '/handed-in/%' and saved_at >= :since
        order by saved_at
        """,
        moment);
  }

  private List<String> ids(String places, Instant moment) {
    return db
        .sql(places)
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
            "update handed_in set sealed = :sealed, sealed_by = :sealedBy, handed_in_at = :at"
                + " where person = :person and place = :place",
            place,
            texts,
            now)
        == 0) {
      note(
          "insert into handed_in (person, place, sealed, sealed_by, handed_in_at)"
              + " values (:person, :place, :sealed, :sealedBy, :at)",
          place,
          texts,
          now);
    }
  }

  private int note(
      String statement, FormPlace place, Map<String, String> texts, OffsetDateTime at) {
    String person = author.account();
    Sealed digest = secrecy.seal(HANDED_IN, typed.digest(place, texts), person, place.address());
    return db.sql(statement)
        .param("person", person)
        .param("place", place.address())
        .param("sealed", digest.bytes())
        .param("sealedBy", digest.by())
        .param("at", at)
        .update();
  }

  /** When the person who acts has handed in the form with those very texts; empty if never. */
  Optional<OffsetDateTime> handedIn(FormPlace place, Map<String, String> texts) {
    String digest = typed.digest(place, texts);
    return db
        .sql(
            """
            select person, place, sealed, sealed_by, handed_in_at from handed_in
            where person = :person and place = :place
            """)
        .param("person", author.account())
        .param("place", place.address())
        .query(
            (row, number) ->
                secrecy.text(HANDED_IN, row).equals(digest)
                    ? row.getObject("handed_in_at", OffsetDateTime.class)
                    : null)
        .list()
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether the person who acts has handed in the form, whatever was in it. */
  public boolean hasHandedIn(FormPlace place) {
    return db.sql("select count(*) from handed_in where person = :person and place = :place")
            .param("person", author.account())
            .param("place", place.address())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Deletes the drafts whose time is over, and those whose writer has no account any more. */
  void clear() {
    db.sql(
            """
            delete from draft
            where saved_at < :before and (place like '/handed-in/%' or place like '/tasks/%'
                and not exists (select 1 from act_ru_task where id_ = substring(place from 8)))
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
              and not exists (select 1 from act_ru_task where id_ = substring(place from 8))
              or not exists (select 1 from act_id_user where id_ = person)
            """)
        .param("before", OffsetDateTime.now(clock).minus(policy.keptAfterEnd()))
        .update();
  }

  private void clearSometimes() {
    Instant now = clock.instant();
    Instant last = looked.get();
    boolean isTime = now.isAfter(last.plus(BETWEEN_LOOKS)) || now.isBefore(last);
    if (isTime && looked.compareAndSet(last, now)) {
      clear();
    }
  }

  private boolean update(FormPlace place, Draft draft) {
    return with(
                "update draft set sealed = :sealed, sealed_by = :sealedBy, saved_at = :at, once = :once,"
                    + " turn = :turn, discarded_at = null"
                    + " where writer = :writer and place = :place",
                place,
                draft)
            .update()
        > 0;
  }

  private void insert(FormPlace place, Draft draft) {
    with(
            "insert into draft (writer, place, sealed, sealed_by, saved_at, once, turn)"
                + " values (:writer, :place, :sealed, :sealedBy, :at, :once, :turn)",
            place,
            draft)
        .update();
  }

  private JdbcClient.StatementSpec with(String statement, FormPlace place, Draft draft) {
    String writer = author.account();
    Sealed fields = secrecy.seal(DRAFTS, typed.written(draft.fields()), writer, place.address());
    return db.sql(statement)
        .param("writer", writer)
        .param("place", place.address())
        .param("sealed", fields.bytes())
        .param("sealedBy", fields.by())
        .param("at", draft.savedAt())
        .param("once", draft.once())
        .param("turn", draft.turn() == null ? null : draft.turn().written());
  }
}
