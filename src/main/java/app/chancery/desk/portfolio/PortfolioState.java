package app.chancery.desk.portfolio;

import app.chancery.documents.Picture;
import app.chancery.engagement.Capacity;
import app.chancery.oversight.Colour;
import app.chancery.oversight.RatingChange;
import app.chancery.oversight.StatusDimension;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the programmes stand that match a filter. Each number is that of a list, and leads to it.
 *
 * @param asOf the day it is counted
 * @param byStatus those that the filter does not leave out
 * @param byStep likewise, of those that have not ended; not the one that runs beside others
 * @param nextDue null if nothing is due
 * @param nextSilence when the first silence ends; null if none runs
 * @param nextDecision by when the first open review is to be decided; null if none is open
 * @param dimensions empty for whoever may not see ratings
 * @param load of all open programmes, whatever is looked for; null likewise
 */
record PortfolioState(
    LocalDate asOf,
    Map<Programme.Status, Counted> byStatus,
    Map<Step, Counted> byStep,
    Counted overdue,
    NextDue nextDue,
    Counted rounds,
    OffsetDateTime nextSilence,
    Counted reviews,
    Counted lateReviews,
    LocalDate nextDecision,
    List<DimensionState> dimensions,
    Capacity.Load load) {

  /**
   * @param address of the list of the programmes that are counted
   */
  record Counted(long count, String address) {}

  /** Of which programme something is due next. */
  record NextDue(Programme programme, LocalDate day) {}

  /** How those stand in a dimension that had a review. */
  record DimensionState(
      StatusDimension dimension, Map<Colour, Counted> colours, Map<RatingChange, Counted> changes) {

    /** All that are rated. */
    public long rated() {
      return colours.values().stream().mapToLong(Counted::count).sum();
    }
  }

  /** How many have not ended. */
  public long open() {
    return byStatus.entrySet().stream()
        .filter(each -> each.getKey() != Programme.Status.ENDED)
        .mapToLong(each -> each.getValue().count())
        .sum();
  }

  /**
   * A figure of the file.
   *
   * @param group what it is about
   * @param of of which of these, by its code; null for all
   * @param day that it is about; null for a number
   */
  record Figure(
      LocalDate asOf,
      String group,
      String of,
      String figure,
      Long number,
      LocalDate day,
      OffsetDateTime moment) {}

  /** All of it as rows of a file. */
  List<Figure> figures() {
    Rows rows = new Rows(asOf, new ArrayList<>());
    byStatus.forEach((status, counted) -> rows.add("status", status, "programmes", counted));
    byStep.forEach((step, counted) -> rows.add("step", step, "programmes", counted));
    rows.add("work", null, "overdue", overdue);
    rows.add("work", null, "nextDeadline", nextDue == null ? null : nextDue.day());
    rows.add("rounds", null, "open", rounds);
    rows.add(new Figure(asOf, "rounds", null, "nextSilenceEnds", null, null, nextSilence));
    rows.add("reviews", null, "open", reviews);
    rows.add("reviews", null, "late", lateReviews);
    rows.add("reviews", null, "nextDecideBy", nextDecision);
    for (DimensionState each : dimensions) {
      each.colours()
          .forEach(
              (colour, counted) -> rows.add("ratings", each.dimension(), colour.code(), counted));
      each.changes()
          .forEach(
              (change, counted) -> rows.add("ratings", each.dimension(), change.code(), counted));
    }
    if (load != null) {
      rows.add("capacity", null, "points", new Counted(load.capacity(), null));
      rows.add("capacity", null, "used", new Counted(load.used(), null));
      rows.add("capacity", null, "planned", new Counted(load.planned(), null));
      rows.add("capacity", null, "free", new Counted(load.free(), null));
    }
    return rows.all();
  }

  private record Rows(LocalDate asOf, List<Figure> all) {

    void add(Figure figure) {
      all.add(figure);
    }

    void add(String group, Coded of, String figure, Counted counted) {
      add(new Figure(asOf, group, code(of), figure, counted.count(), null, null));
    }

    void add(String group, Coded of, String figure, LocalDate day) {
      add(new Figure(asOf, group, code(of), figure, null, day, null));
    }

    private static String code(Coded of) {
      return of == null ? null : of.code();
    }
  }

  /** What is better looked at: the capacity and the ratings; none for whoever may not see them. */
  List<Picture> pictures() {
    if (load == null) {
      return List.of();
    }
    boolean over = load.free() < 0;
    return List.of(
        new Picture.Portions(
            Words.of("board.capacity"),
            List.of(
                new Picture.Kind(Words.of("board.capacity.used"), Picture.Shade.FULL),
                new Picture.Kind(Words.of("board.capacity.planned"), Picture.Shade.HATCHED),
                new Picture.Kind(Words.of("board.capacity.free"), Picture.Shade.EMPTY)),
            List.of(
                new Picture.Portion(
                    over
                        ? Words.of("board.capacity.over").formatted(-load.free())
                        : Words.of("board.capacity.bar"),
                    List.of(load.used(), load.planned(), Math.max(0, load.free()))))),
        new Picture.Portions(
            Words.of("board.ratings"),
            List.of(
                new Picture.Kind(Colour.RED.word(), Picture.Shade.RED),
                new Picture.Kind(Colour.AMBER.word(), Picture.Shade.AMBER),
                new Picture.Kind(Colour.GREEN.word(), Picture.Shade.GREEN)),
            dimensions.stream()
                .map(
                    each ->
                        new Picture.Portion(
                            each.dimension().word(),
                            List.of(
                                Math.toIntExact(each.colours().get(Colour.RED).count()),
                                Math.toIntExact(each.colours().get(Colour.AMBER).count()),
                                Math.toIntExact(each.colours().get(Colour.GREEN).count()))))
                .toList()));
  }

  /** The steps that a programme can be in; oversight runs beside the others. */
  static List<Step> steps() {
    return Arrays.stream(Step.values()).filter(step -> step != Step.OVERSIGHT).toList();
  }
}
