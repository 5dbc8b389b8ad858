package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.OutcomesReport.QuarterOutcomes;
import app.chancery.oversight.Quarter;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A measure over the quarters, the oldest first: what one chart shows.
 *
 * @param of the key of a programme, or the code of an instrument, an Ally or a step; null for all
 * @param name what people call that
 */
record Series(Measure measure, String of, String name, List<Figure> figures) {

  Series {
    figures = List.copyOf(figures);
  }

  /**
   * What a quarter has. Null is what is not known or does not exist, and never nought.
   *
   * @param running whether the quarter is not over, so that more may come
   * @param planned in the same unit as the value
   * @param outOf the whole that the value is a part of
   */
  record Figure(Quarter quarter, boolean running, Number value, Number planned, Long outOf) {}

  /**
   * What is drawn of an answer.
   *
   * @param count that the report was made of
   * @param whole what is added up over all programmes that it is about
   * @param drawn those of them that have charts of their own
   * @param countries the name of an Ally by its code
   */
  static List<Series> of(
      OutcomesReport report,
      Count count,
      Whole whole,
      List<Course> drawn,
      UnaryOperator<String> countries) {
    return new Making(report, count, whole, countries).all(drawn);
  }

  /** The largest number in it; 0 if it has none. */
  double most() {
    return figures.stream()
        .flatMap(each -> Stream.of(each.value(), each.planned(), each.outOf()))
        .filter(Objects::nonNull)
        .mapToDouble(Number::doubleValue)
        .max()
        .orElse(0);
  }

  private record Making(
      OutcomesReport report, Count count, Whole whole, UnaryOperator<String> countries) {

    private List<Series> all(List<Course> drawn) {
      List<Series> all = new ArrayList<>();
      all.add(
          total(
              Measure.EXERCISES,
              each -> each.activities().jointExercises(),
              (quarter, tally) -> whole.planned().get(quarter)));
      drawn.forEach(course -> all.add(of(course, Measure.EXERCISES)));
      all.add(total(Measure.INTELLIGENCE, each -> each.activities().intelligenceSharing(), none()));
      drawn.forEach(course -> all.add(of(course, Measure.INTELLIGENCE)));
      retention(all);
      all.add(total(Measure.ROUNDS_BROKEN, each -> each.friction().roundsBroken(), none()));
      all.add(total(Measure.OBJECTIONS, each -> each.friction().objections(), none()));
      objections(all);
      all.add(
          total(
              Measure.DAYS_TO_CONSENSUS,
              each -> each.friction().daysToConsensus(),
              (quarter, tally) -> tally.planned("consensus", "adopted")));
      steps(all);
      all.add(total(Measure.STANDARDS, Measures::standardsImplementedPct, none()));
      all.add(
          part(
              Measure.MILESTONES_MET,
              null,
              ofAll(),
              each -> each.milestones().metOnTime(),
              each -> each.milestones().due()));
      all.add(
          part(
              Measure.REVIEWS_HELD,
              null,
              ofAll(),
              each -> each.reviews().heldOnTime(),
              each -> decided(each.reviews())));
      return all;
    }

    private void retention(List<Series> all) {
      List<String> paths =
          Arrays.stream(Instrument.values())
              .map(Instrument::code)
              .filter(path -> columns().anyMatch(each -> entry(each, path) != null))
              .toList();
      for (String path : paths) {
        all.add(
            part(
                Measure.RETAINED,
                path,
                Instrument.of(path).title(),
                each -> entry(each, path) == null ? null : kept(entry(each, path)),
                each -> entry(each, path) == null ? null : entry(each, path).entered()));
      }
    }

    private static Measures.Retention entry(Measures measures, String path) {
      return measures.retention().stream()
          .filter(each -> each.instrument().equals(path))
          .findFirst()
          .orElse(null);
    }

    private static Long kept(Measures.Retention retention) {
      return retention.entered() - retention.lost();
    }

    private static Long decided(Measures.Reviews reviews) {
      return reviews.heldOnTime() == null
          ? null
          : Long.valueOf(reviews.heldOnTime() + reviews.heldLate() + reviews.missed());
    }

    private void objections(List<Series> all) {
      TreeSet<String> allies = new TreeSet<>();
      columns().forEach(each -> allies.addAll(each.friction().objectionsByAlly().keySet()));
      for (String ally : allies) {
        all.add(
            series(
                Measure.OBJECTIONS,
                ally,
                countries.apply(ally),
                each ->
                    each.friction()
                        .objectionsByAlly()
                        .getOrDefault(ally, each.friction().objections() == null ? null : 0L),
                none(),
                each -> null));
      }
    }

    private void steps(List<Series> all) {
      for (Step step : Step.values()) {
        if (columns().anyMatch(each -> each.daysInStep().containsKey(step.folder()))) {
          all.add(
              series(
                  Measure.DAYS_IN_STEP,
                  step.folder(),
                  step.title(),
                  each -> each.daysInStep().get(step.folder()),
                  (quarter, tally) -> tally.planned("steps", step.name()),
                  each -> null));
        }
      }
    }

    private Stream<Measures> columns() {
      return report.quarters().stream().map(QuarterOutcomes::all);
    }

    private Series of(Course course, Measure measure) {
      return new Series(
          measure,
          course.key(),
          course.called(),
          report.quarters().stream()
              .map(
                  each -> {
                    Tally tally = count.of(each.quarter(), course);
                    long held = Whole.held(tally, measure);
                    boolean known = held > 0 || course.isOpenIn(each.quarter());
                    return new Figure(
                        each.quarter(),
                        each.running(),
                        known ? Long.valueOf(held) : null,
                        measure.isPlanned() && course.isPlannedIn(each.quarter())
                            ? Long.valueOf(Whole.planned(tally))
                            : null,
                        null);
                  })
              .toList());
    }

    private static BiFunction<Quarter, Tally, Number> none() {
      return (quarter, tally) -> null;
    }

    private Series total(
        Measure measure,
        Function<Measures, Number> value,
        BiFunction<Quarter, Tally, Number> planned) {
      return series(measure, null, ofAll(), value, planned, each -> null);
    }

    private Series part(
        Measure measure,
        String of,
        String name,
        Function<Measures, Number> value,
        Function<Measures, Long> outOf) {
      return series(measure, of, name, value, none(), outOf);
    }

    private Series series(
        Measure measure,
        String of,
        String name,
        Function<Measures, Number> value,
        BiFunction<Quarter, Tally, Number> planned,
        Function<Measures, Long> outOf) {
      return new Series(
          measure,
          of,
          name,
          report.quarters().stream()
              .map(
                  each ->
                      new Figure(
                          each.quarter(),
                          each.running(),
                          value.apply(each.all()),
                          planned.apply(each.quarter(), tally(each.quarter())),
                          outOf.apply(each.all())))
              .toList());
    }

    private Tally tally(Quarter quarter) {
      Map<String, Tally> tallies = count.of(quarter);
      return tallies.getOrDefault(group(report.tier()), new Tally());
    }

    private static String group(Tier tier) {
      return tier == null ? "" : tier.code();
    }

    /** Whose figures the answer has. */
    private String ofAll() {
      if (report.programmes().size() == 1) {
        return count.courses().get(0).called();
      }
      return report.programmes().isEmpty()
          ? Words.of("outcomes.ofAll")
          : Words.of("outcomes.ofChosen");
    }
  }
}
