package app.chancery.oversight;

import app.chancery.platform.people.Groups;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reviews of programmes. Rule 10: at most one quarterly review per programme and quarter; after
 * an outage each quarter that passed is recorded as missed, and one review is opened.
 */
@Service
public class Reviews {

  private static final Logger LOG = LoggerFactory.getLogger(Reviews.class);

  private final Programmes programmes;
  private final ReviewRegister register;
  private final ConditionShiftRegister shifts;
  private final Packs packs;
  private final ReviewPlans plans;
  private final ReviewCalendar calendar;
  private final DecisionDeadline deadline;
  private final DueReviews due;
  private final QuarterReports reports;
  private final OversightProcess process;
  private final Notices notices;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Days days;

  Reviews(
      Programmes programmes,
      ReviewRegister register,
      ConditionShiftRegister shifts,
      Packs packs,
      ReviewPlans plans,
      ReviewCalendar calendar,
      DecisionDeadline deadline,
      DueReviews due,
      QuarterReports reports,
      OversightProcess process,
      Notices notices,
      TransactionTemplate transactions,
      Clock clock,
      Days days) {
    this.programmes = programmes;
    this.register = register;
    this.shifts = shifts;
    this.packs = packs;
    this.plans = plans;
    this.calendar = calendar;
    this.deadline = deadline;
    this.due = due;
    this.reports = reports;
    this.process = process;
    this.notices = notices;
    this.transactions = transactions;
    this.clock = clock;
    this.days = days;
  }

  /** All reviews of a programme, missed ones too, in the order they were recorded. */
  public List<Review> of(String programme) {
    return register.of(programme);
  }

  /**
   * When the next quarterly review opens; empty while the programme is not in oversight. While one
   * is open it is that of the quarter after it, however late the committee is.
   */
  public Optional<OffsetDateTime> next(String programme) {
    return plans.of(programme).map(ReviewPlans.Plan::dueAt);
  }

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is no such review
   */
  public Review get(long id) {
    return register.get(id);
  }

  /** What the committee sees, or saw, in a review; empty if it was missed. */
  public Optional<Pack> pack(long id) {
    return packs.find(id);
  }

  /** The open review of a programme, the oldest if there are two. */
  public Optional<Review> open(String programme) {
    return allOpen(programme).findFirst();
  }

  private Stream<Review> allOpen(String programme) {
    return of(programme).stream().filter(review -> review.status() == Review.Status.OPEN);
  }

  /** Oversight begins to watch the programme; quarters before today are none of its concern. */
  public void begin(String programme) {
    plans.begin(programme, clock.instant());
  }

  /**
   * Oversight of the programme has ended, and its open reviews with it; also one that was opened
   * for a shift just now and that no process holds yet.
   */
  public void end(String programme) {
    plans.lock(programme);
    allOpen(programme).forEach(review -> withdraw(review.id()));
    plans.end(programme);
  }

  /**
   * Plans the next quarterly review: the first one from the beginning of oversight on whose quarter
   * has no review yet. Its opening may be past already, if the last review was decided very late.
   *
   * @return when it opens
   */
  public OffsetDateTime planNext(String programme) {
    ReviewPlans.Plan plan = plan(programme);
    Quarter quarter = firstUnreviewed(plan, of(programme));
    OffsetDateTime dueAt = calendar.openingOf(quarter);
    plans.next(programme, quarter, dueAt);
    reports.expect(quarter);
    return dueAt;
  }

  /** The reviews of these programmes are due and will be opened in this transaction. */
  public void beginDue(List<String> programmes) {
    due.begin(programmes);
  }

  /**
   * Opens the quarterly review that is due. Quarters that passed since it was planned are recorded
   * as missed; the review opened is that of the current quarter. From then on the programme waits
   * for the quarter after it, though nothing opens before the committee has decided.
   *
   * @return the id of the review
   */
  public long openDue(String programme) {
    ReviewPlans.Plan plan = due.plan(programme);
    OffsetDateTime now = OffsetDateTime.now(clock);
    Quarter first = firstUnreviewed(plan, due.reviews(programme));
    Quarter current = later(first, calendar.quarterAt(clock.instant()));
    first.until(current).forEach(quarter -> missed(programme, quarter));
    due.expectReport(current);
    Review opened =
        register.open(
            programme,
            Review.Kind.QUARTERLY,
            current,
            calendar.openingOf(current),
            now,
            deadline.from(days.today()));
    due.waitsFor(programme, current.next());
    due.opened(opened, news(NoticeKind.REVIEW_OPENED, opened));
    return opened.id();
  }

  /**
   * Opens a review because conditions shifted.
   *
   * @return the id of the review
   */
  long openForShift(String programme, String why) {
    programmes.takePolicy(List.of(programme));
    Review opened =
        register.open(
            programme,
            Review.Kind.CONDITIONS_SHIFTED,
            null,
            null,
            OffsetDateTime.now(clock),
            deadline.from(days.today()));
    due.opened(opened, news(NoticeKind.CONDITIONS_SHIFTED, opened, why));
    return opened.id();
  }

  /**
   * Dates every waiting review by the calendar of today: hours, zone and holidays may have changed
   * since it was planned. Several nodes may start at once: each programme is dated in a transaction
   * of its own by whichever node locks its plan first, and the others find it done.
   */
  @EventListener(ApplicationReadyEvent.class)
  public void redateAll() {
    plans.all().stream()
        .filter(this::isMisdated)
        .map(ReviewPlans.Plan::programme)
        .forEach(this::redate);
  }

  private void redate(String programme) {
    try {
      transactions.executeWithoutResult(
          transaction ->
              plans.lock(programme).filter(this::isMisdated).ifPresent(this::redateLocked));
    } catch (OptimisticLockingFailureException e) {
      LOG.info("The review of {} opened just now, so it was not dated anew.", programme);
    }
  }

  private void redateLocked(ReviewPlans.Plan plan) {
    OffsetDateTime dueAt = calendar.openingOf(plan.quarter());
    plans.next(plan.programme(), plan.quarter(), dueAt);
    process.reviewRedated(plan.programme(), dueAt.toInstant());
  }

  private boolean isMisdated(ReviewPlans.Plan plan) {
    return plan.quarter() != null && !plan.dueAt().isEqual(calendar.openingOf(plan.quarter()));
  }

  /**
   * A review that is still open ends with the process that held it. The shifts that it took up are
   * taken up by the next one, if there is one.
   */
  public void withdraw(long id) {
    if (register.withdraw(id)) {
      List<ConditionShift> taken = shifts.takenUpBy(register.get(id));
      shifts.giveBack(id);
      taken.forEach(shift -> tellThatItWaits(shift, Words.of("conditionShifts.waits.withdrawn")));
    }
  }

  /**
   * No review takes the shift up now, which those whom it concerns must not learn only from the
   * next one.
   *
   * @param why there is none, and which one takes it up
   */
  void tellThatItWaits(ConditionShift shift, String why) {
    notices.tell(
        Message.of(
            NoticeKind.SHIFT_WAITS,
            shift.programme(),
            Step.OVERSIGHT.folder(),
            NoticePlace.programme(),
            why,
            shift.words()),
        List.of(Groups.COMMITTEE, Groups.MANAGERS));
  }

  private ReviewPlans.Plan plan(String programme) {
    return plans
        .lock(programme)
        .orElseThrow(() -> new IllegalStateException(programme + " is not in oversight"));
  }

  private Quarter firstUnreviewed(ReviewPlans.Plan plan, List<Review> reviews) {
    Quarter first = calendar.firstOpeningFrom(plan.watchedSince());
    return reviews.stream()
        .map(Review::quarter)
        .filter(java.util.Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(last -> later(first, last.next()))
        .orElse(first);
  }

  private void missed(String programme, Quarter quarter) {
    due.expectReport(quarter);
    register.missed(programme, quarter, calendar.openingOf(quarter));
    notices.tell(
        Message.of(
            NoticeKind.REVIEW_MISSED,
            programme,
            Step.OVERSIGHT.folder(),
            NoticePlace.programme(),
            quarter),
        List.of(Groups.COMMITTEE, Groups.MANAGERS));
  }

  private static Message news(NoticeKind kind, Review opened, Object... why) {
    return Message.of(
        kind,
        opened.programme(),
        Step.OVERSIGHT.folder(),
        NoticePlace.programme(),
        Stream.concat(Stream.of(opened.title(), opened.decideBy()), Arrays.stream(why)).toArray());
  }

  private static Quarter later(Quarter one, Quarter other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
