package app.chancery.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/** The links in the database. One node makes them at a time; whoever comes second goes on. */
@Component
class Chain {

  private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

  private static final String FIELDS = "done_at, account, act, programme, subject, what, why";

  /** Reads links, to be gone on with by a condition. */
  static final String SELECT =
      "select number, who, previous, hash, " + FIELDS + " from audit_record";

  private final JdbcClient db;
  private final NamedParameterJdbcTemplate batches;
  private final TransactionOperations transactions;
  private final Actors actors;
  private final AuditPolicy policy;

  Chain(
      JdbcClient db,
      NamedParameterJdbcTemplate batches,
      TransactionOperations transactions,
      Actors actors,
      AuditPolicy policy) {
    this.db = db;
    this.batches = batches;
    this.transactions = transactions;
    this.actors = actors;
    this.policy = policy;
  }

  /**
   * Puts into the chain what was done up to now.
   *
   * @throws EndMissing if the database does not say any more how the chain ends
   */
  void close() {
    while (waits() && closeSome() == policy.atOnce()) {
      // There may be more.
    }
  }

  /**
   * The same for who reads: what is in the chain is read, whatever keeps the rest out of it.
   *
   * @return how many records wait because they cannot be put into the chain; 0 if it has all
   */
  long closeAsFarAsPossible() {
    try {
      close();
      return 0;
    } catch (DataAccessException | TransactionException | EndMissing e) {
      LOG.warn("The audit is read without what waits for its chain", e);
      return waiting(db);
    }
  }

  private boolean waits() {
    return db.sql("select count(*) from (select id from audit_waiting fetch first 1 rows only) w")
            .query(Long.class)
            .single()
        > 0;
  }

  private int closeSome() {
    return Objects.requireNonNull(
        transactions.execute(
            transaction -> {
              End end = hold();
              List<AuditRecord.Waiting> done = waiting();
              if (!done.isEmpty()) {
                append(end, done);
              }
              return done.size();
            }));
  }

  /** Nobody else makes links until the transaction has ended. */
  private End hold() {
    return db.sql("select links, hash from audit_end where id = 1 for update")
        .query(Chain::ended)
        .optional()
        .orElseGet(
            () -> {
              if (!after(0, 1).isEmpty()) {
                throw new EndMissing();
              }
              // Of two nodes that are the first ever one fails at it, and comes again.
              db.sql("insert into audit_end (id, links, hash) values (1, 0, :none)")
                  .param("none", AuditRecord.NONE)
                  .update();
              return new End(0, AuditRecord.NONE);
            });
  }

  private List<AuditRecord.Waiting> waiting() {
    return db.sql(
            "select id, "
                + FIELDS
                + " from audit_waiting order by id fetch first "
                + policy.atOnce()
                + " rows only")
        .query(
            (row, number) ->
                new AuditRecord.Waiting(
                    row.getLong("id"),
                    row.getObject("done_at", OffsetDateTime.class).toInstant(),
                    row.getString("act"),
                    row.getString("account"),
                    row.getString("programme"),
                    row.getString("subject"),
                    row.getString("what"),
                    row.getString("why")))
        .list();
  }

  private void append(End end, List<AuditRecord.Waiting> done) {
    UnaryOperator<String> called =
        actors.called(
            done.stream().map(AuditRecord.Waiting::account).filter(Objects::nonNull).toList());
    List<SqlParameterSource> links = new ArrayList<>();
    End now = end;
    for (AuditRecord.Waiting each : done) {
      AuditRecord link =
          AuditRecord.after(now.links() + 1, now.hash(), each, called.apply(each.account()));
      links.add(row(link));
      now = new End(link.number(), link.hash());
    }
    batches.batchUpdate(
        "insert into audit_record (number, who, previous, hash, "
            + FIELDS
            + ") values (:number, :who, :previous, :hash, :at, :account, :act, :programme,"
            + " :subject, :what, :why)",
        links.toArray(SqlParameterSource[]::new));
    db.sql("delete from audit_waiting where id in (:ids)")
        .param("ids", done.stream().map(AuditRecord.Waiting::id).toList())
        .update();
    db.sql("update audit_end set links = :links, hash = :hash where id = 1")
        .param("links", now.links())
        .param("hash", now.hash())
        .update();
  }

  private static SqlParameterSource row(AuditRecord link) {
    return new MapSqlParameterSource()
        .addValue("number", link.number())
        .addValue("who", link.who(), Types.VARCHAR)
        .addValue("previous", link.previous())
        .addValue("hash", link.hash())
        .addValue("at", link.at().atOffset(ZoneOffset.UTC))
        .addValue("account", link.account(), Types.VARCHAR)
        .addValue("act", link.act())
        .addValue("programme", link.programme(), Types.VARCHAR)
        .addValue("subject", link.subject(), Types.VARCHAR)
        .addValue("what", link.what(), Types.VARCHAR)
        .addValue("why", link.why(), Types.VARCHAR);
  }

  /** Up to so many links after one, in their order. */
  List<AuditRecord> after(long number, int most) {
    return after(db, number, most);
  }

  /** How the chain ends, as the database says; empty if nothing was ever put into it. */
  Optional<End> end() {
    return end(db);
  }

  static List<AuditRecord> after(JdbcClient db, long number, int most) {
    return db.sql(
            SELECT + " where number > :number order by number fetch first " + most + " rows only")
        .param("number", number)
        .query(Chain::link)
        .list();
  }

  /** How many records are not in the chain yet. */
  static long waiting(JdbcClient db) {
    return db.sql("select count(*) from audit_waiting").query(Long.class).single();
  }

  static Optional<End> end(JdbcClient db) {
    return db.sql("select links, hash from audit_end where id = 1").query(Chain::ended).optional();
  }

  static AuditRecord link(ResultSet row, int number) throws SQLException {
    return new AuditRecord(
        row.getLong("number"),
        row.getObject("done_at", OffsetDateTime.class).toInstant(),
        row.getString("act"),
        row.getString("account"),
        row.getString("who"),
        row.getString("programme"),
        row.getString("subject"),
        row.getString("what"),
        row.getString("why"),
        row.getString("previous"),
        row.getString("hash"));
  }

  private static End ended(ResultSet row, int number) throws SQLException {
    return new End(row.getLong("links"), row.getString("hash"));
  }

  /**
   * @param links how many there are
   * @param hash of the last one
   */
  record End(long links, String hash) {}

  /** There are links, and the row that says how many has been taken away. */
  static final class EndMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndMissing() {
      super(
          "The end of the chain is missing (table audit_end): docs/operations.md says what to do");
    }
  }
}
