package app.chancery.oversight;

import app.chancery.documents.Deliverable;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of the reports on quarters: those that are waited for and those that were made. */
@Repository
class QuarterReportRegister {

  private final JdbcClient db;
  private final Clock clock;
  private final TransactionTemplate savepoint;

  QuarterReportRegister(JdbcClient db, Clock clock, PlatformTransactionManager transactions) {
    this.db = db;
    this.clock = clock;
    savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * A report that was made.
   *
   * @param deliverable its id
   */
  record Entry(Quarter quarter, OffsetDateTime madeAt, long deliverable) {}

  /** The reports that were made, the newest quarter first. */
  List<Entry> made() {
    return db.sql(
            """
            select quarter, made_at, deliverable from quarter_report
            where deliverable is not null order by quarter desc
            """)
        .query(
            (row, number) ->
                new Entry(
                    Quarter.parse(row.getString("quarter")),
                    row.getObject("made_at", OffsetDateTime.class),
                    row.getLong("deliverable")))
        .list();
  }

  boolean isKnown(Quarter quarter) {
    return db.sql("select count(*) from quarter_report where quarter = :quarter")
            .param("quarter", quarter.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /** Of several that expect it at the same moment the table lets one through. */
  boolean isFirst(Quarter quarter, OffsetDateTime dueAt) {
    try {
      savepoint.executeWithoutResult(
          status ->
              db.sql("insert into quarter_report (quarter, due_at) values (:quarter, :dueAt)")
                  .param("quarter", quarter.toString())
                  .param("dueAt", dueAt.withOffsetSameInstant(ZoneOffset.UTC))
                  .update());
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** The quarters whose reports are waited for. */
  List<Quarter> waitedFor() {
    return quarters("select quarter from quarter_report where deliverable is null");
  }

  /** The same, in their order, for this transaction alone. */
  List<Quarter> lockWaitedFor() {
    return quarters(
        """
        select quarter from quarter_report where deliverable is null
        order by quarter for update
        """);
  }

  private List<Quarter> quarters(String query) {
    return db.sql(query).query(String.class).list().stream().map(Quarter::parse).toList();
  }

  /** Of several nodes that start at the same moment the first one moves it. */
  boolean isMoved(Quarter quarter, OffsetDateTime dueAt) {
    return db.sql(
                """
                update quarter_report set due_at = :dueAt
                where quarter = :quarter and due_at <> :dueAt and deliverable is null
                """)
            .param("quarter", quarter.toString())
            .param("dueAt", dueAt.withOffsetSameInstant(ZoneOffset.UTC))
            .update()
        > 0;
  }

  /** The report is there. */
  void record(Quarter quarter, Deliverable report) {
    db.sql(
            """
            update quarter_report set deliverable = :deliverable, made_at = :at
            where quarter = :quarter
            """)
        .param("deliverable", report.id())
        .param("at", OffsetDateTime.now(clock))
        .param("quarter", quarter.toString())
        .update();
  }

  /** It is no longer waited for. */
  void forget(Quarter quarter) {
    db.sql("delete from quarter_report where quarter = :quarter")
        .param("quarter", quarter.toString())
        .update();
  }
}
