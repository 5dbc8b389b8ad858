package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.oversight.Quarter;
import app.chancery.oversight.ReviewCalendar;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Answers what the programme achieves. */
@Service
class Outcomes {

  private final Counting counting;
  private final ReviewCalendar calendar;
  private final Programmes programmes;
  private final OutcomesPolicy policy;
  private final Clock clock;

  /** The last count of the whole portfolio; many ask for it, and it takes long. */
  private volatile Count last;

  private volatile Duration rest;

  private volatile Added added;

  Outcomes(
      Counting counting,
      ReviewCalendar calendar,
      Programmes programmes,
      OutcomesPolicy policy,
      Clock clock) {
    this.counting = counting;
    this.calendar = calendar;
    this.programmes = programmes;
    this.policy = policy;
    this.clock = clock;
    rest = policy.recountAfter();
  }

  /** The quarter of today in the committee's calendar. */
  Quarter current() {
    return calendar.quarterAt(clock.instant());
  }

  /**
   * @param count that the report was made of
   */
  record Answer(OutcomesReport report, Count count) {}

  /**
   * Answers from the last count if the policy allows it; of some programmes, or of quarters before
   * those that were counted, from one made now.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Refused if more than one may be meant
   */
  Answer answer(OutcomesQuery query) {
    List<String> keys =
        query.programmes().stream()
            .map(each -> programmes.meant(each, "programme").key())
            .distinct()
            .toList();
    Count count = keys.isEmpty() ? ofAll(query) : counting.count(keys, query.quarters());
    Quarter running = calendar.quarterAt(count.at().toInstant());
    OutcomesReport report =
        new OutcomesReport(
            count.at(),
            query.from(),
            query.to(),
            query.tier(),
            keys.size() == 1 ? keys.get(0) : null,
            keys,
            query.quarters().stream()
                .map(
                    quarter ->
                        outcomes(quarter, quarter.equals(running), count.of(quarter), query.tier()))
                .toList());
    return new Answer(report, count);
  }

  /** What is added up for an answer. Kept until something else is asked, or is counted anew. */
  Whole whole(Answer answer) {
    Added kept = added;
    if (kept == null || !kept.isOf(answer)) {
      kept = new Added(answer, Whole.of(answer.report(), answer.count()));
      added = kept;
    }
    return kept.whole();
  }

  private record Added(Answer answer, Whole whole) {

    private boolean isOf(Answer other) {
      return answer.count() == other.count()
          && answer.report().tier() == other.report().tier()
          && answer.report().from().equals(other.report().from())
          && answer.report().to().equals(other.report().to());
    }
  }

  OutcomesReport report(OutcomesQuery query) {
    return answer(query).report();
  }

  /** The quarters that can be chosen, the first one in which there was a programme first. */
  List<Quarter> quarters() {
    return all();
  }

  /** Counts the whole portfolio. */
  synchronized void recount() {
    long begun = System.nanoTime();
    Count count = counting.count(List.of(), all());
    rest = policy.rest(Duration.ofNanos(System.nanoTime() - begun));
    last = count;
  }

  /** How long after the last count of the whole portfolio the next one is made. */
  Duration rest() {
    return rest;
  }

  private Count ofAll(OutcomesQuery query) {
    Count recent = recent();
    return recent.reachesBackTo(query.from())
        ? recent
        : counting.count(List.of(), query.quarters());
  }

  private Count recent() {
    return isFresh(last) ? last : recountUnlessFresh();
  }

  private synchronized Count recountUnlessFresh() {
    if (!isFresh(last)) {
      recount();
    }
    return last;
  }

  /** Else the next one is overdue, as long again, or another quarter has begun since. */
  private boolean isFresh(Count count) {
    return count != null
        && count.isFresh(OffsetDateTime.now(clock), rest.multipliedBy(2))
        && calendar.quarterAt(count.at().toInstant()).equals(current());
  }

  /** From the first programme on, as many as can be asked for. */
  private List<Quarter> all() {
    Quarter current = current();
    Quarter earliest =
        Quarter.of(current.firstDay().minusMonths(3L * (OutcomesQuery.MOST_QUARTERS - 1)));
    Quarter first =
        counting
            .firstOpening()
            .map(opened -> calendar.quarterAt(opened.toInstant()))
            .filter(quarter -> quarter.compareTo(earliest) > 0)
            .orElse(earliest);
    return first.compareTo(current) > 0 ? List.of(current) : first.until(current.next()).toList();
  }

  private static QuarterOutcomes outcomes(
      Quarter quarter, boolean running, Map<String, Tally> tallies, Tier wanted) {
    Map<String, Measures> tiers = new LinkedHashMap<>();
    Stream.concat(Arrays.stream(Tier.values()).map(Tier::code), Stream.of(Count.NOT_SETTLED))
        .filter(tallies::containsKey)
        .filter(tier -> wanted == null || wanted.code().equals(tier))
        .forEach(tier -> tiers.put(tier, tallies.get(tier).measures()));
    String all = wanted == null ? "" : wanted.code();
    return new QuarterOutcomes(
        quarter, running, tallies.getOrDefault(all, new Tally()).measures(), tiers);
  }
}
