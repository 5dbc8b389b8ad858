package app.chancery.desk.portfolio;

import app.chancery.desk.portfolio.Board.Card;
import app.chancery.desk.portfolio.Board.Cell;
import app.chancery.desk.portfolio.Board.Column;
import app.chancery.desk.portfolio.Board.Ended;
import app.chancery.desk.portfolio.PortfolioState.Counted;
import app.chancery.desk.portfolio.PortfolioState.DimensionState;
import app.chancery.desk.portfolio.PortfolioState.NextDue;
import app.chancery.engagement.Capacity;
import app.chancery.oversight.Colour;
import app.chancery.oversight.Rating;
import app.chancery.oversight.RatingChange;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Makes of the portfolio what a manager sees at one look. */
@Service
class Boards {

  private static final int WIDEST = 3;

  private final Portfolio portfolio;
  private final Programmes programmes;
  private final Glances glances;
  private final Capacity capacity;
  private final PortfolioPolicy policy;
  private final Days days;

  Boards(
      Portfolio portfolio,
      Programmes programmes,
      Glances glances,
      Capacity capacity,
      PortfolioPolicy policy,
      Days days) {
    this.portfolio = portfolio;
    this.programmes = programmes;
    this.glances = glances;
    this.capacity = capacity;
    this.policy = policy;
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
  PortfolioState state(Filter filter, boolean rated) {
    Filter open = filter.open();
    Map<Programme.Status, Long> byStatus = portfolio.byStatus(filter);
    Map<Step, Long> byStep = portfolio.openByStep(filter);
    return new PortfolioState(
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
        counted(open.awaiting(Pending.OVERDUE)),
        nextDue(open),
        counted(open.awaiting(Pending.ROUND)),
        portfolio.nextSilence(open.awaiting(Pending.ROUND)).orElse(null),
        counted(open.awaiting(Pending.REVIEW)),
        counted(open.awaiting(Pending.LATE_REVIEW)),
        portfolio.nextDecision(open.awaiting(Pending.REVIEW)).orElse(null),
        rated ? dimensions(open) : List.of(),
        rated ? capacity.load() : null);
  }

  private Counted counted(Filter filter) {
    return new Counted(portfolio.total(filter), list(filter));
  }

  private static String list(Filter filter) {
    return filter.address(Shown.LIST);
  }

  private NextDue nextDue(Filter open) {
    return portfolio
        .nextDue(open)
        .map(due -> new NextDue(programmes.get(due.programme()), due.day()))
        .orElse(null);
  }

  private List<DimensionState> dimensions(Filter open) {
    List<Portfolio.RatingCount> counts = portfolio.ratings(open.rated(null, null, null));
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
      List<Portfolio.RatingCount> counts, StatusDimension dimension, Predicate<Rating> which) {
    return counts.stream()
        .filter(each -> each.rating().dimension() == dimension && which.test(each.rating()))
        .mapToLong(Portfolio.RatingCount::programmes)
        .sum();
  }

  /**
   * The first programmes of each step, and of those that have ended.
   *
   * @param totals of each step, as {@link #state} has counted them
   * @param rated whether the reader may see ratings
   */
  Board board(Filter filter, Map<Step, Counted> totals, boolean rated) {
    int most = policy.cardsOfStep();
    Map<Step, List<Programme>> first = portfolio.firstOfEachStep(filter, most);
    Map<String, Glance> seen =
        glances.of(
            first.values().stream().flatMap(List::stream).map(Programme::key).toList(), rated);
    int shown = first.values().stream().mapToInt(List::size).sum();
    LocalDate today = days.today();
    return new Board(
        totals.keySet().stream()
            .map(
                step -> {
                  List<Programme> inIt = first.getOrDefault(step, List.of());
                  return new Column(
                      step,
                      totals.get(step).count(),
                      totals.get(step).address(),
                      width(inIt.size(), shown),
                      inIt.stream().map(each -> card(each, seen.get(each.key()), today)).toList());
                })
            .toList(),
        ended(filter, most));
  }

  /** A step that has more than its share gets the room of two or three. */
  private static int width(int cards, int shown) {
    int steps = PortfolioState.steps().size();
    return shown <= steps
        ? 1
        : Math.max(1, Math.min(WIDEST, Math.round((float) cards * steps / shown)));
  }

  private Ended ended(Filter filter, int most) {
    if (filter.status() != null && filter.status() != Life.ENDED) {
      return new Ended(0, list(filter), List.of());
    }
    Filter over = filter.in(Life.ENDED);
    Portfolio.Page found = portfolio.newestFirst(over, 0, most);
    return new Ended(found.total(), list(over), found.programmes());
  }

  private static Card card(Programme programme, Glance seen, LocalDate today) {
    boolean late = seen.overdueSince() != null;
    LocalDate day = late ? seen.overdueSince() : seen.nextDeadline();
    return new Card(
        programme,
        day,
        late,
        day == null
            ? ""
            : Words.counted(
                late ? "board.late" : "board.in", Math.abs(ChronoUnit.DAYS.between(today, day))),
        seen.ratings().stream().map(Cell::of).toList(),
        seen.ratings().stream().map(Boards::inWords).collect(Collectors.joining("; ")));
  }

  private static String inWords(Rating rating) {
    return rating.change() == null || rating.change() == RatingChange.SAME
        ? Words.of("board.rating").formatted(rating.dimension().word(), rating.colour().word())
        : Words.of("board.ratingChanged")
            .formatted(rating.dimension().word(), rating.colour().word(), rating.last().word());
  }
}
