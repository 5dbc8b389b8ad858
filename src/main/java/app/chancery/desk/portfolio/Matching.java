package app.chancery.desk.portfolio;

import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingLine;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Programmes that match a filter, read once for all that is counted of them: by the day on which
 * something is awaited, so that what is overdue is first and latest of all; then those in which
 * nothing is, and those that have ended. Else the newest is first.
 */
record Matching(List<One> programmes) {

  /**
   * @param opened in seconds since 1970
   * @param ratings a {@link RatingLine}; empty before the first review
   * @param due when something is to be done in it, passed or to come; null if nothing is
   * @param next likewise, from today on
   */
  record One(
      String key,
      Programme.Status status,
      Step step,
      long opened,
      String ratings,
      Instant due,
      Instant next) {

    One due(Portfolio.Due its) {
      return new One(key, status, step, opened, ratings, its.first(), its.next());
    }

    boolean isOver() {
      return status == Programme.Status.ENDED;
    }

    /** In seconds; what is never due comes last. */
    private long dueOrNever() {
      return due == null ? Long.MAX_VALUE : due.getEpochSecond();
    }
  }

  static Matching of(List<One> programmes) {
    return new Matching(programmes.stream().sorted(Matching::awaitedFirst).toList());
  }

  /** In one piece: thousands are put in order for each look. */
  private static int awaitedFirst(One one, One other) {
    int order = Boolean.compare(one.isOver(), other.isOver());
    if (order == 0) {
      order = Long.compare(one.dueOrNever(), other.dueOrNever());
    }
    if (order == 0) {
      order = Long.compare(other.opened(), one.opened());
    }
    return order == 0 ? one.key().compareTo(other.key()) : order;
  }

  /** Those that have not ended. */
  Matching open() {
    return new Matching(programmes.stream().filter(one -> !one.isOver()).toList());
  }

  /** Those that have. */
  Matching ended() {
    return new Matching(programmes.stream().filter(One::isOver).toList());
  }

  int total() {
    return programmes.size();
  }

  /** Those of none are left out. */
  Map<Programme.Status, Long> byStatus() {
    return counts(One::status);
  }

  /** Likewise. */
  Map<Step, Long> byStep() {
    return counts(One::step);
  }

  private <K> Map<K, Long> counts(Function<One, K> by) {
    return programmes.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
  }

  /** How many have each rating; those that none has are left out. */
  Map<Rating, Long> byRating() {
    RatingLine.Count count = new RatingLine.Count();
    programmes.forEach(one -> count.add(one.ratings()));
    return count.byRating();
  }

  /** Those in which something was to be done before that. */
  Matching overdue(Instant before) {
    return new Matching(
        programmes.stream()
            .filter(one -> one.due() != null && one.due().isBefore(before))
            .toList());
  }

  /** In which something is to be done next; empty if in none. */
  Optional<One> nextDue() {
    return programmes.stream()
        .filter(one -> one.next() != null)
        .min(Comparator.comparing(One::next).thenComparing(One::key));
  }

  /**
   * @param from counts from 0
   */
  List<String> keys(int from, int most) {
    return programmes.stream().skip(from).limit(most).map(One::key).toList();
  }

  /**
   * As many of each step as there is room for; a step that has less leaves its room to the others.
   *
   * @param mostOfStep of each step
   * @param mostInAll of all steps, but one of each at least
   */
  List<One> firstOfEachStep(int mostOfStep, int mostInAll) {
    Collection<List<One>> steps =
        programmes.stream().collect(Collectors.groupingBy(One::step)).values();
    int most = mostOfStep;
    while (most > 1 && shown(steps, most) > mostInAll) {
      most--;
    }
    int each = most;
    return steps.stream().flatMap(ofStep -> ofStep.stream().limit(each)).toList();
  }

  private static int shown(Collection<List<One>> steps, int most) {
    return steps.stream().mapToInt(ofStep -> Math.min(ofStep.size(), most)).sum();
  }
}
