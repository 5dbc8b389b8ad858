package app.chancery.oversight;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.people.Groups;
import app.chancery.programme.Step;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
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

  private final QuarterReportRegister register;
  private final ReviewCalendar calendar;
  private final ConsolidatedReport report;
  private final OversightProcess process;
  private final Deliverables deliverables;
  private final Notices notices;
  private final TransactionTemplate transaction;

  QuarterReports(
      QuarterReportRegister register,
      ReviewCalendar calendar,
      ConsolidatedReport report,
      OversightProcess process,
      Deliverables deliverables,
      Notices notices,
      PlatformTransactionManager transactions) {
    this.register = register;
    this.calendar = calendar;
    this.report = report;
    this.process = process;
    this.deliverables = deliverables;
    this.notices = notices;
    transaction = new TransactionTemplate(transactions);
  }

  /**
   * A report that was made.
   *
   * @param href where its page is
   */
  public record Made(Quarter quarter, OffsetDateTime madeAt, String href) {}

  /** The reports that were made, the newest quarter first. */
  public List<Made> made() {
    return register.made().stream()
        .map(
            entry ->
                new Made(
                    entry.quarter(),
                    entry.madeAt(),
                    "/programmes/%s/deliverables/%s".formatted(PORTFOLIO, entry.deliverable())))
        .toList();
  }

  /**
   * A programme has a review planned or recorded in the quarter, so there will be a report on it.
   * Asked of each review, it is waited for once.
   */
  void expect(Quarter quarter) {
    if (register.isKnown(quarter)) {
      return;
    }
    OffsetDateTime dueAt = calendar.openingOf(quarter.next());
    if (register.isFirst(quarter, dueAt)) {
      process.quarterPlanned(quarter, dueAt.toInstant());
    }
  }

  /**
   * Dates every report that is waited for by the calendar of today, as {@link Reviews#redateAll}
   * dates the reviews.
   */
  @EventListener(ApplicationReadyEvent.class)
  public void redateAll() {
    register.waitedFor().forEach(this::redate);
  }

  private void redate(Quarter quarter) {
    OffsetDateTime dueAt = calendar.openingOf(quarter.next());
    try {
      transaction.executeWithoutResult(
          status -> {
            if (register.isMoved(quarter, dueAt)) {
              process.reportRedated(quarter, dueAt.toInstant());
            }
          });
    } catch (OptimisticLockingFailureException e) {
      LOG.info("The report on {} is made just now, so it was not dated anew.", quarter);
    }
  }

  /** Makes the report, unless it was made already or the quarter had no review. */
  public void make(Quarter quarter) {
    if (!isWaitedFor(quarter)) {
      return;
    }
    if (report.isNeeded(quarter)) {
      Deliverable made =
          deliverables.issue(PORTFOLIO, DeliverableKind.OVERSIGHT_REPORT, report.document(quarter));
      register.record(quarter, made);
      notices.tell(
          Message.of(
              NoticeKind.REPORT_ISSUED,
              PORTFOLIO,
              Step.OVERSIGHT.folder(),
              NoticePlace.document(made.id()),
              quarter),
          List.of(Groups.COMMITTEE, Groups.EXECUTIVES, Groups.MANAGERS));
    } else {
      register.forget(quarter);
    }
  }

  /**
   * After an outage several are due at once. They are made one after the other, so that each takes
   * the next version of the document: whoever makes one locks all that are waited for.
   */
  private boolean isWaitedFor(Quarter quarter) {
    return register.lockWaitedFor().contains(quarter);
  }
}
