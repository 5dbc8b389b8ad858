package app.chancery.platform.forms;

import app.chancery.platform.security.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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

  /** The draft of the person who acts. */
  public Optional<Draft> find(FormPlace place) {
    return db.sql(
            "select fields, saved_at, once from draft where writer = :writer and place = :place")
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
      forget(place);
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

  /** Discards the draft of the person who acts, if there is one. */
  public void forget(FormPlace place) {
    db.sql("delete from draft where writer = :writer and place = :place")
        .param("writer", author.account())
        .param("place", place.address())
        .update();
  }

  /** Deletes the drafts whose time is over, and those whose writer has no account any more. */
  void clear() {
    db.sql(
            """
            delete from draft
            where saved_at < :before and place like '/tasks/%'
              and not exists (select 1 from act_ru_task where '/tasks/' || id_ = place)
              or not exists (select 1 from act_id_user where id_ = writer)
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
                "update draft set fields = :fields, saved_at = :at, once = :once"
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
