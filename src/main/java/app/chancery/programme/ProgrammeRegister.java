package app.chancery.programme;

import app.chancery.platform.briefing.CandidateNames;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.people.Author;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossier;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of programmes and of their stays in the steps. */
@Repository
class ProgrammeRegister implements CandidateNames {

  private static final String COLUMNS =
      "programme_key, candidate, name, status, step, tier, outcome, why, opened_at, opened_by,"
          + " ended_at, policy";

  private final JdbcClient db;
  private final Clock clock;
  private final Author author;

  ProgrammeRegister(JdbcClient db, Clock clock, Author author) {
    this.db = db;
    this.clock = clock;
    this.author = author;
  }

  /**
   * @throws DuplicateKeyException if there is one of that key, or an open one of that candidate
   */
  void add(String key, Dossier dossier, TableVersions policy) {
    db.sql(
            """
            insert into programme (programme_key, candidate, open_candidate, name, status, step,
              opened_at, opened_by, policy)
            values (:key, :candidate, :candidate, :name, 'ACTIVE', 'PREREQUISITES', :at, :by,
              :policy)
            """)
        .param("key", key)
        .param("candidate", dossier.candidate())
        .param("name", dossier.name())
        .param("at", OffsetDateTime.now(clock))
        .param("by", author.name())
        .param("policy", policy.text())
        .update();
  }

  /** These programmes are judged by such tables from now on. */
  void takePolicy(Collection<String> keys, TableVersions policy) {
    db.sql(
            """
            update programme set policy = :policy
            where programme_key in (:keys) and (policy is null or policy <> :policy)
            """)
        .param("policy", policy.text())
        .param("keys", keys)
        .update();
  }

  /** Those that have not ended, and have not said which tables they are judged by, keep these. */
  void keepPolicy(TableVersions policy) {
    db.sql("update programme set policy = :policy where policy is null and status <> 'ENDED'")
        .param("policy", policy.text())
        .update();
  }

  @Override
  public Optional<String> of(String programme) {
    return db.sql("select name from programme where programme_key = :key")
        .param("key", programme)
        .query(String.class)
        .optional();
  }

  Optional<Programme> find(String key) {
    return one("programme_key = :is", key);
  }

  /** For this transaction alone. */
  Optional<Programme> lock(String key) {
    return one("programme_key = :is for update", key);
  }

  /** The one of a candidate that has not ended; there is at most one. */
  Optional<Programme> openFor(String candidate) {
    return one("open_candidate = :is", candidate);
  }

  private Optional<Programme> one(String condition, String is) {
    return db.sql("select " + COLUMNS + " from programme where " + condition)
        .param("is", is)
        .query(MAPPER)
        .optional();
  }

  /**
   * Those of that key, candidate or name, or name with the key as the pages write it, in any case,
   * in the order of their keys.
   */
  List<Programme> called(String text) {
    return db.sql(
            "select "
                + COLUMNS
                + " from programme where upper(programme_key) = upper(:text)"
                + " or candidate = upper(:text) or upper(name) = upper(:text)"
                + " or upper(name || ' (' || programme_key || ')') = upper(:text)"
                + " order by programme_key")
        .param("text", text)
        .query(MAPPER)
        .list();
  }

  /**
   * The newest first.
   *
   * @param keys at least one
   */
  List<Programme> all(Collection<String> keys) {
    return db.sql(
            "select "
                + COLUMNS
                + " from programme where programme_key in (:keys)"
                + " order by opened_at desc, programme_key")
        .param("keys", keys)
        .query(MAPPER)
        .list();
  }

  boolean isEmpty() {
    return db.sql("select count(*) from programme").query(Long.class).single() == 0;
  }

  /** All that have not ended, in the order of their keys. */
  List<Programme> open() {
    return db.sql(
            "select " + COLUMNS + " from programme where status <> 'ENDED' order by programme_key")
        .query(MAPPER)
        .list();
  }

  void enter(String key, Step step) {
    db.sql("insert into step_entry (programme, step, entered_at) values (:key, :step, :at)")
        .param("key", key)
        .param("step", step.name())
        .param("at", OffsetDateTime.now(clock))
        .update();
  }

  void setStep(String key, Step step) {
    db.sql("update programme set step = :step where programme_key = :key")
        .param("step", step.name())
        .param("key", key)
        .update();
  }

  void leave(String key, Step step) {
    db.sql(
            """
            update step_entry set left_at = :at
            where programme = :key and step = :step and left_at is null
            """)
        .param("at", OffsetDateTime.now(clock))
        .param("key", key)
        .param("step", step.name())
        .update();
  }

  void setTier(String key, Tier tier) {
    db.sql("update programme set tier = :tier where programme_key = :key")
        .param("tier", tier.name())
        .param("key", key)
        .update();
  }

  void rename(String key, String name) {
    db.sql("update programme set name = :name where programme_key = :key")
        .param("name", name)
        .param("key", key)
        .update();
  }

  /** Every stay in a step, in the order of the entries. */
  List<StepEntry> steps(String key) {
    return db.sql(
            """
            select step, entered_at, left_at from step_entry where programme = :key order by id
            """)
        .param("key", key)
        .query(
            (row, number) ->
                new StepEntry(
                    Step.valueOf(row.getString("step")),
                    row.getObject("entered_at", OffsetDateTime.class),
                    row.getObject("left_at", OffsetDateTime.class)))
        .list();
  }

  void end(String key, Outcome outcome, String why) {
    db.sql(
            """
            update programme
            set status = 'ENDED', open_candidate = null, outcome = :outcome, why = :why,
              ended_at = :at
            where programme_key = :key
            """)
        .param("outcome", outcome.name())
        .param("why", why)
        .param("at", OffsetDateTime.now(clock))
        .param("key", key)
        .update();
  }

  /** Whether it was in the first status, and is now in the second. */
  boolean changeStatus(String key, Programme.Status from, Programme.Status to, String why) {
    return db.sql(
                """
                update programme set status = :to, why = :why
                where programme_key = :key and status = :from
                """)
            .param("to", to.name())
            .param("why", why)
            .param("key", key)
            .param("from", from.name())
            .update()
        > 0;
  }

  private static final RowMapper<Programme> MAPPER =
      (row, number) ->
          new Programme(
              row.getString("programme_key"),
              row.getString("candidate"),
              row.getString("name"),
              Programme.Status.valueOf(row.getString("status")),
              Step.valueOf(row.getString("step")),
              Optional.ofNullable(row.getString("tier")).map(Tier::valueOf).orElse(null),
              Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf).orElse(null),
              row.getString("why"),
              row.getObject("opened_at", OffsetDateTime.class),
              row.getString("opened_by"),
              row.getObject("ended_at", OffsetDateTime.class),
              TableVersions.of(row.getString("policy")));
}
