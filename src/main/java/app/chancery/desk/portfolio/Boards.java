package app.chancery.desk.portfolio;

import app.chancery.desk.portfolio.Board.Card;
import app.chancery.desk.portfolio.Board.Column;
import app.chancery.desk.portfolio.Board.Ended;
import app.chancery.desk.portfolio.PortfolioState.Counted;
import app.chancery.desk.portfolio.PortfolioState.DimensionState;
import app.chancery.desk.portfolio.PortfolioState.NextDue;
import app.chancery.engagement.Capacity;
import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingChange;
import app.chancery.oversight.RatingLine;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.database.Meanwhile;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Makes of the portfolio what a manager sees at one look. */
@Service
class Boards {

  private static final int WIDEST = 3;

  private final Portfolio portfolio;
  private final Programmes programmes;
  private final Capacity capacity;
  private final PortfolioPolicy policy;
  private final Meanwhile meanwhile;
  private final Days days;

  Boards(
      Portfolio portfolio,
      Programmes programmes,
      Capacity capacity,
      PortfolioPolicy policy,
      Meanwhile meanwhile,
      Days days) {
    this.portfolio = portfolio;
    this.programmes = programmes;
    this.capacity = capacity;
    this.policy = policy;
    this.meanwhile = meanwhile;
    this.days = days;
  }

  /**
   * The numbers of those that match. Unless a status is asked for, what is counted beside the
   * statuses themselves are those that have not ended. What the filter asks of ratings, or of what
   * is waited for, is not asked where they are counted: a number leads to a list that asks for
   * another one instead. Statuses and steps that the filter leaves out are not told of.
   *
   * @param rated whether the reader may see ratings and the capacity
   */
  Look look(Filter filter, boolean rated) {
    // What takes longest is read while all else is.
    Supplier<Map<String, Portfolio.Due>> due = meanwhile.read(portfolio::due);
    Filter open = filter.open();
    Supplier<Portfolio.OpenReviews> reviewing =
        meanwhile.read(() -> portfolio.reviews(open.awaiting(null)));
    Portfolio.Silences silences = portfolio.silences(open.awaiting(null));
    Capacity.Load load = rated ? capacity.load() : null;
    Matching matching = portfolio.matching(filter, due);
    Matching going = open(filter, matching);
    List<DimensionState> dimensions = rated ? dimensions(open, going, due) : List.of();
    Portfolio.OpenReviews reviews = reviewing.get();
    Map<Programme.Status, Long> byStatus = matching.byStatus();
    Map<Step, Long> byStep = going.byStep();
    return new Look(
        matching,
        new PortfolioState(
            days.today(),
            each(
                Arrays.stream(Programme.Status.values()).filter(filter::admits).toList(),
                status ->
                    new Counted(
                        byStatus.getOrDefault(status, 0L),
                        list(filter.in(Life.valueOf(status.name()))))),
            each(
                PortfolioState.steps().stream().filter(filter::admits).toList(),
                step -> new Counted(byStep.getOrDefault(step, 0L), list(open.in(step)))),
            overdue(open, going),
            nextDue(going),
            new Counted(silences.programmes(), list(open.awaiting(Pending.ROUND))),
            silences.next(),
            new Counted(reviews.programmes(), list(open.awaiting(Pending.REVIEW))),
            new Counted(reviews.late(), list(open.awaiting(Pending.LATE_REVIEW))),
            reviews.next(),
            dimensions,
            load));
  }

  /** Those that match a filter, and how they stand. */
  record Look(Matching matching, PortfolioState state) {}

  /** What is counted beside the statuses: those that have not ended, unless a status is asked. */
  private static Matching open(Filter filter, Matching matching) {
    return filter.status() == null ? matching.open() : matching;
  }

  /** Where the filter has only those that wait for something else, these are not in it. */
  private Counted overdue(Filter open, Matching going) {
    Filter overdue = open.awaiting(Pending.OVERDUE);
    return new Counted(
        open.pending() == null || open.pending() == Pending.OVERDUE
            ? going.overdue(portfolio.startOfToday()).total()
            : portfolio.total(overdue),
        list(overdue));
  }

  private static String list(Filter filter) {
    return filter.address(Shown.LIST);
  }

  private NextDue nextDue(Matching going) {
    return going
        .nextDue()
        .map(due -> new NextDue(programmes.get(due.key()), days.of(due.next())))
        .orElse(null);
  }

  /** Where the filter has only those that are rated so, these are of all others as well. */
  private List<DimensionState> dimensions(
      Filter open, Matching going, Supplier<Map<String, Portfolio.Due>> due) {
    Map<Rating, Long> counts =
        (open.isRated() ? portfolio.matching(open.rated(null, null, null), due) : going).byRating();
    return Arrays.stream(StatusDimension.values())
        .map(
            dimension ->
                new DimensionState(
                    dimension,
                    each(
                        List.of(Colour.RED, Colour.AMBER, Colour.GREEN),
                        colour ->
                            new Counted(
                                sum(counts, dimension, rating -> rating.colour() == colour),
                                list(open.rated(dimension, colour, null)))),
                    each(
                        List.of(RatingChange.values()),
                        change ->
                            new Counted(
                                sum(counts, dimension, rating -> rating.change() == change),
                                list(open.rated(dimension, null, change))))))
        .toList();
  }

  /** In that order. */
  private static <K> Map<K, Counted> each(List<K> keys, Function<K, Counted> count) {
    Map<K, Counted> counts = new LinkedHashMap<>();
    keys.forEach(key -> counts.put(key, count.apply(key)));
    return counts;
  }

  private static long sum(
      Map<Rating, Long> counts, StatusDimension dimension, Predicate<Rating> which) {
    return counts.entrySet().stream()
        .filter(each -> each.getKey().dimension() == dimension && which.test(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * The first programmes of each step, and of those that have ended.
   *
   * @param look at those that match
   * @param rated whether the reader may see ratings
   */
  Board board(Filter filter, Look look, boolean rated) {
    Map<Step, Counted> totals = look.state().byStep();
    List<Matching.One> first =
        open(filter, look.matching()).firstOfEachStep(policy.cardsOfStep(), policy.cardsOfBoard());
    Matching ended = look.matching().ended();
    List<String> lastOnes = ended.keys(0, policy.cardsOfStep());
    Map<String, Programme> shown =
        portfolio.byKey(
            Stream.concat(first.stream().map(Matching.One::key), lastOnes.stream())
                .distinct()
                .toList());
    LocalDate today = days.today();
    Map<Step, List<Card>> cards =
        first.stream()
            .collect(
                Collectors.groupingBy(
                    Matching.One::step,
                    Collectors.mapping(
                        one ->
                            card(
                                shown.get(one.key()),
                                one.due(),
                                rated ? RatingLine.read(one.ratings()) : List.of(),
                                today),
                        Collectors.toList())));
    return new Board(
        totals.keySet().stream()
            .map(
                step -> {
                  List<Card> inIt = cards.getOrDefault(step, List.of());
                  return new Column(
                      step,
                      totals.get(step).count(),
                      totals.get(step).address(),
                      width(inIt.size(), first.size()),
                      inIt);
                })
            .toList(),
        new Ended(
            ended.total(),
            list(filter.admits(Programme.Status.ENDED) ? filter.in(Life.ENDED) : filter),
            lastOnes.stream().map(shown::get).toList()));
  }

  /** A step that has more than its share gets the room of two or three. */
  private static int width(int cards, int shown) {
    int steps = PortfolioState.steps().size();
    return shown <= steps
        ? 1
        : Math.max(1, Math.min(WIDEST, Math.round((float) cards * steps / shown)));
  }

  private Card card(Programme programme, Instant due, List<Rating> ratings, LocalDate today) {
    LocalDate day = due == null ? null : days.of(due);
    boolean late = day != null && day.isBefore(today);
    return new Card(
        programme.key(),
        programme.name(),
        programme.called(),
        programme.tier(),
        programme.status() == Programme.Status.SUSPENDED,
        day,
        late,
        day == null
            ? ""
            : Words.counted(
                late ? "board.late" : "board.in", Math.abs(ChronoUnit.DAYS.between(today, day))),
        Card.marks(ratings),
        ratings.stream().map(Boards::inWords).collect(Collectors.joining("; ")));
  }

  private static String inWords(Rating rating) {
    return rating.change() == null || rating.change() == RatingChange.SAME
        ? Words.of("board.rating").formatted(rating.dimension().word(), rating.colour().word())
        : Words.of("board.ratingChanged")
            .formatted(rating.dimension().word(), rating.colour().word(), rating.last().word());
  }
}
