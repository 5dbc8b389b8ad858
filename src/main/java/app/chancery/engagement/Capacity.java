package app.chancery.engagement;

import app.chancery.platform.decisions.DecisionTables;
import app.chancery.readiness.InstrumentOffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Checks the cost of a package against the alliance's capacity across all open programmes. */
@Service
public class Capacity {

  private static final String ALL = "capacity";

  /** The levels of cost. */
  private static final List<String> COSTS = List.of("low", "medium", "high");

  /** No programme has this key. */
  private static final String NONE = "";

  /** Whoever decides on more reads the list of the portfolio. */
  private static final int MOST_TOLD = 100;

  private final DecisionTables tables;
  private final Packages packages;

  Capacity(DecisionTables tables, Packages packages) {
    this.tables = tables;
    this.packages = packages;
  }

  CapacityUse with(EngagementPackage wanted) {
    Room room = roomBeside(wanted.programme());
    return new CapacityUse(room.capacity(), points(wanted), room.boundByOthers());
  }

  /** Of what the other open programmes bind the largest shares. */
  Packages.Shares sharesBeside(String programme) {
    return packages.sharesBeside(programme, worth(), MOST_TOLD);
  }

  /**
   * What there is for all open programmes, and what they bind of it.
   *
   * @param capacity points for all of them together
   * @param boundByOthers points that the other open programmes bind
   */
  public record Room(int capacity, int boundByOthers) {

    /** What is left beside a package of so many points; below 0 if it is beyond the capacity. */
    public int leftBeside(int points) {
      return capacity - boundByOthers - points;
    }
  }

  /**
   * Added up by the database: also of ten thousand programmes.
   *
   * @param programme whose package binds nothing beside itself; null for that of a new programme
   */
  public Room roomBeside(String programme) {
    return new Room(
        points(ALL), sum(packages.boundBeside(programme == null ? NONE : programme, worth())));
  }

  /**
   * How full the alliance's hands are: points of the policy table {@code alliance-capacity}.
   *
   * @param capacity for all open programmes together
   * @param used bound by packages that the council has adopted
   * @param planned bound by packages on their way to it
   */
  public record Load(int capacity, int used, int planned) {

    /** What is left; below 0 if more is bound than there is. */
    public int free() {
      return capacity - used - planned;
    }
  }

  /** What all open programmes bind; together the same as {@link #roomBeside} of a new one. */
  public Load load() {
    Map<Boolean, Long> bound = packages.boundBeside(NONE, worth());
    return new Load(
        points(ALL), Math.toIntExact(bound.get(true)), Math.toIntExact(bound.get(false)));
  }

  /** What a package of such instruments would bind. */
  public int points(List<InstrumentOffer> offered) {
    return points(offered, tables);
  }

  /** The same by other tables than those in use. */
  public int points(List<InstrumentOffer> offered, DecisionTables by) {
    return offered.stream().mapToInt(each -> points(each.cost(), by)).sum();
  }

  /** What there is for all open programmes together, by such tables. */
  public int total(DecisionTables by) {
    return points(ALL, by);
  }

  /** What the package of a programme binds while the programme is open; 0 if it has none. */
  public int boundBy(String programme) {
    return sum(packages.boundBy(programme, worth()));
  }

  private int points(EngagementPackage bound) {
    return bound.instruments().stream().mapToInt(instrument -> points(instrument.cost())).sum();
  }

  private Map<String, Integer> worth() {
    return COSTS.stream().collect(Collectors.toMap(cost -> cost, this::points));
  }

  private static int sum(Map<Boolean, Long> bound) {
    return Math.toIntExact(bound.get(true) + bound.get(false));
  }

  private int points(String item) {
    return points(item, tables);
  }

  private static int points(String item, DecisionTables by) {
    return ((Number) by.one("alliance-capacity", Map.of("item", item)).get("points")).intValue();
  }
}
