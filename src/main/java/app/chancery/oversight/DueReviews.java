package app.chancery.oversight;

import app.chancery.programme.Programmes;
import app.chancery.records.Message;
import app.chancery.records.Notices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction that opens reviews needs of their programmes is read for all of them at its
 * beginning, and what it makes of them is written for all of them at its end.
 */
@Component
class DueReviews {

  private final Programmes programmes;
  private final ReviewPlans plans;
  private final Standings standings;
  private final ReviewCalendar calendar;
  private final QuarterReports reports;
  private final Notices notices;
  private final Packs packs;
  private final Ratings ratings;

  DueReviews(
      Programmes programmes,
      ReviewPlans plans,
      Standings standings,
      ReviewCalendar calendar,
      QuarterReports reports,
      Notices notices,
      Packs packs,
      Ratings ratings) {
    this.programmes = programmes;
    this.plans = plans;
    this.standings = standings;
    this.calendar = calendar;
    this.reports = reports;
    this.notices = notices;
    this.packs = packs;
    this.ratings = ratings;
  }

  /** The reviews of these programmes are due and will be opened in this transaction. */
  void begin(Collection<String> programmes) {
    Kept kept = kept();
    // The plans first: whoever else opens a review locks them too, and what is read is the latest.
    kept.plans.putAll(plans.lockEach(programmes));
    this.programmes.takePolicy(kept.plans.keySet());
    kept.standings.putAll(standings.ofEach(kept.plans.keySet()));
  }

  /**
   * The plan of a programme, locked for this transaction.
   *
   * @throws IllegalStateException if the programme is not in oversight
   */
  ReviewPlans.Plan plan(String programme) {
    if (!kept().plans.containsKey(programme)) {
      begin(List.of(programme));
    }
    return Optional.ofNullable(kept().plans.get(programme))
        .orElseThrow(() -> new IllegalStateException(programme + " is not in oversight"));
  }

  /** The reviews of a programme before this transaction. */
  List<Review> reviews(String programme) {
    return kept().standings.get(programme).reviews();
  }

  /** There will be a report on the quarter. */
  void expectReport(Quarter quarter) {
    if (kept().quarters.add(quarter)) {
      reports.expect(quarter);
    }
  }

  /** The programme waits for the review of that quarter from the end of the transaction on. */
  void waitsFor(String programme, Quarter quarter) {
    kept().waiting.computeIfAbsent(quarter, any -> new ArrayList<>()).add(programme);
  }

  /** All Allies are told of the review when the transaction ends. */
  void opened(Review review, Message message) {
    kept().opened.put(review.id(), review);
    kept().messages.add(message);
  }

  /** The pack is kept when the transaction ends. */
  void assessed(Review review, Pack pack) {
    kept().packs.put(review.id(), pack);
    kept().rated.put(review.programme(), pack);
  }

  /** The review, if this transaction has opened it and its pack is not made yet. */
  Optional<Review> takeOpened(long id) {
    return Optional.ofNullable(kept().opened.remove(id));
  }

  /** What is on record of the review's programme. */
  Standing takeStanding(Review review) {
    Standing read = kept().standings.remove(review.programme());
    kept().plans.remove(review.programme());
    return read == null ? standings.before(review) : read;
  }

  private Kept kept() {
    Kept kept = (Kept) TransactionSynchronizationManager.getResource(this);
    if (kept == null) {
      kept = new Kept();
      TransactionSynchronizationManager.bindResource(this, kept);
      TransactionSynchronizationManager.registerSynchronization(
          new ResourceHolderSynchronization<>(kept, this) {
            @Override
            public void beforeCommit(boolean readOnly) {
              write();
            }
          });
    }
    return kept;
  }

  private void write() {
    kept()
        .waiting
        .forEach((quarter, waiting) -> plans.next(waiting, quarter, calendar.openingOf(quarter)));
    notices.tellAllAllies(kept().messages);
    packs.save(kept().packs);
    ratings.keep(kept().rated);
  }

  /** For one transaction. */
  private static final class Kept extends ResourceHolderSupport {

    private final Map<String, ReviewPlans.Plan> plans = new HashMap<>();
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<Long, Review> opened = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final Map<Long, Pack> packs = new LinkedHashMap<>();
    private final Map<String, Pack> rated = new LinkedHashMap<>();
    private final Set<Quarter> quarters = new HashSet<>();
    private final Map<Quarter, List<String>> waiting = new HashMap<>();
  }
}
