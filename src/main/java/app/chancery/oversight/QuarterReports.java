package app.chancery.oversight;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.security.Groups;
import app.chancery.programme.Step;
import app.chancery.records.Notices;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reports on the committee's work in a quarter, for the whole portfolio: one a quarter, made
 * when the next quarter opens.
 */
@Service
public class QuarterReports {

  private static final Logger LOG = LoggerFactory.getLogger(QuarterReports.class);

  /** Under this name the reports are filed, as those of a programme are under its key. */
  public static final String PORTFOLIO = "portfolio";

  private final JdbcClient db;
  private final ReviewCalendar calendar;
  private final ConsolidatedReport report;
  private final OversightProcess process;
  private final Deliverables deliverables;
  private final Notices notices;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;

  QuarterReports(
      JdbcClient db,
      ReviewCalendar calendar,
      ConsolidatedReport report,
      OversightProcess process,
      Deliverables deliverables,
      Notices notices,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.calendar = calendar;
    this.report = report;
    this.process = process;
    this.deliverables = deliverables;
    this.notices = notices;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
    savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * A report that was made.
   *
   * @param href where its page is
   */
  public record Made(Quarter quarter, OffsetDateTime madeAt, String href) {}

  /** The reports that were made, the newest quarter first. */
  public List<Made> made() {
    return db.sql(
            """
            select quarter, made_at, deliverable from quarter_report
            where deliverable is not null order by quarter desc
            """)
        .query(
            (row, number) ->
                new Made(
                    Quarter.parse(row.getString("quarter")),
                    row.getObject("made_at", OffsetDateTime.class),
                    "/programmes/%s/deliverables/%s"
                        .formatted(PORTFOLIO, row.getLong("deliverable"))))
        .list();
  }

  /**
   * A programme has a review planned or recorded in the quarter, so there will be a report on it.
   * Asked of each review, it is waited for once.
   */
  void expect(Quarter quarter) {
    if (isKnown(quarter)) {
      return;
    }
    OffsetDateTime dueAt = calendar.openingOf(quarter.next());
    if (isFirst(quarter, dueAt)) {
      process.quarterPlanned(quarter, dueAt.toInstant());
    }
  }

  /** Of several that expect it at the same moment the table lets one through. */
  private boolean isFirst(Quarter quarter, OffsetDateTime dueAt) {
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

  /**
   * Dates every report that is waited for by the calendar of today, as {@link Reviews#redateAll}
   * dates the reviews.
   */
  @EventListener(ApplicationReadyEvent.class)
  public void redateAll() {
    db
        .sql("select quarter from quarter_report where deliverable is null")
        .query(String.class)
        .list()
        .stream()
        .map(Quarter::parse)
        .forEach(this::redate);
  }

  private void redate(Quarter quarter) {
    OffsetDateTime dueAt = calendar.openingOf(quarter.next()).withOffsetSameInstant(ZoneOffset.UTC);
    try {
      transaction.executeWithoutResult(
          status -> {
            if (isMoved(quarter, dueAt)) {
              process.reportRedated(quarter, dueAt.toInstant());
            }
          });
    } catch (OptimisticLockingFailureException e) {
      LOG.info("The report on {} is made just now, so it was not dated anew.", quarter);
    }
  }

  /** Of several nodes that start at the same moment the first one moves it. */
  private boolean isMoved(Quarter quarter, OffsetDateTime dueAt) {
    return db.sql(
                """
                update quarter_report set due_at = :dueAt
                where quarter = :quarter and due_at <> :dueAt and deliverable is null
                """)
            .param("quarter", quarter.toString())
            .param("dueAt", dueAt)
            .update()
        > 0;
  }

  /** Makes the report, unless it was made already or the quarter had no review. */
  public void make(Quarter quarter) {
    if (!isWaitedFor(quarter)) {
      return;
    }
    if (report.isNeeded(quarter)) {
      Deliverable made =
          deliverables.issue(PORTFOLIO, DeliverableKind.OVERSIGHT_REPORT, report.document(quarter));
      db.sql(
              """
              update quarter_report set deliverable = :deliverable, made_at = :at
              where quarter = :quarter
              """)
          .param("deliverable", made.id())
          .param("at", OffsetDateTime.now(clock))
          .param("quarter", quarter.toString())
          .update();
      notices.tell(
          PORTFOLIO,
          Step.OVERSIGHT.folder(),
          "Consolidated oversight report " + quarter,
          "The report on the committee's work in %s is there: %s".formatted(quarter, made.path()),
          List.of(Groups.COMMITTEE, Groups.EXECUTIVES, Groups.MANAGERS));
    } else {
      db.sql("delete from quarter_report where quarter = :quarter")
          .param("quarter", quarter.toString())
          .update();
    }
  }

  private boolean isKnown(Quarter quarter) {
    return db.sql("select count(*) from quarter_report where quarter = :quarter")
            .param("quarter", quarter.toString())
            .query(Long.class)
            .single()
        > 0;
  }

  /**
   * After an outage several are due at once. They are made one after the other, so that each takes
   * the next version of the document: whoever makes one locks all that are waited for.
   */
  private boolean isWaitedFor(Quarter quarter) {
    return db.sql(
            """
            select quarter from quarter_report where deliverable is null
            order by quarter for update
            """)
        .query(String.class)
        .list()
        .contains(quarter.toString());
  }
}
