package app.chancery.desk.outcomes;

import app.chancery.desk.outcomes.Series.Figure;
import app.chancery.documents.SmallChart;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.util.StringUtils;

/**
 * What the figures answer, in a sentence: of the last quarter that is over, against the one before.
 */
final class OutcomesAnswer {

  private OutcomesAnswer() {}

  /** Null where no quarter is over yet. */
  static String to(Question question, List<Series> about) {
    return switch (question) {
      case JOINT_EXERCISES -> ofQuarters("outcomes.answer.exercises", of(about, Measure.EXERCISES));
      case INTELLIGENCE_SHARING ->
          ofQuarters("outcomes.answer.intelligence", of(about, Measure.INTELLIGENCE));
      case RETENTION -> retention(about);
      case FRICTION -> ofQuarters("outcomes.answer.friction", of(about, Measure.ROUNDS_BROKEN));
      case DAYS_IN_STEPS -> longest(about);
      case RESULTS -> ofQuarters("outcomes.answer.milestones", of(about, Measure.MILESTONES_MET));
      case REVIEWS -> ofQuarters("outcomes.answer.reviews", of(about, Measure.REVIEWS_HELD));
    };
  }

  private static List<Figure> of(List<Series> about, Measure measure) {
    return about.stream()
        .filter(each -> each.measure() == measure && each.of() == null)
        .findFirst()
        .map(Series::figures)
        .orElse(List.of())
        .stream()
        .filter(figure -> !figure.running())
        .toList();
  }

  private static String ofQuarters(String sentence, List<Figure> over) {
    if (over.isEmpty()) {
      return null;
    }
    Figure last = over.get(over.size() - 1);
    String said =
        Words.of(sentence).formatted(StringUtils.capitalize(last.quarter().words()), words(last));
    Figure before = over.size() == 1 ? null : over.get(over.size() - 2);
    return before == null || before.value() == null
        ? said
        : said + " " + Words.of("outcomes.answer.before").formatted(words(before));
  }

  private static String words(Figure figure) {
    if (figure.outOf() != null && figure.outOf() == 0) {
      return Words.of("outcomes.answer.noneDue");
    }
    return OutcomesView.bar(figure).inWords();
  }

  /** Of the newest quarter, because who has entered is not a matter of one quarter. */
  private static String retention(List<Series> about) {
    List<Figure> newest =
        about.stream()
            .map(each -> each.figures().get(each.figures().size() - 1))
            .filter(each -> each.value() != null)
            .toList();
    return newest.isEmpty()
        ? Words.of("outcomes.answer.nobody")
        : Words.counted(
            "outcomes.answer.retention",
            newest.stream().mapToLong(Figure::outOf).sum(),
            newest.stream().mapToLong(each -> each.value().longValue()).sum());
  }

  private record Longest(Series series, Figure figure) {}

  /**
   * In the last quarter that is over in which any step was left. Oversight lasts as long as what it
   * runs beside, and keeps nobody waiting.
   */
  private static String longest(List<Series> about) {
    Optional<Longest> found =
        about.stream()
            .filter(series -> !Step.OVERSIGHT.folder().equals(series.of()))
            .flatMap(
                series ->
                    series.figures().stream()
                        .filter(figure -> !figure.running() && figure.value() != null)
                        .map(figure -> new Longest(series, figure)))
            .max(
                Comparator.comparing((Longest each) -> each.figure().quarter())
                    .thenComparing(each -> each.figure().value().doubleValue()));
    return found
        .map(
            each ->
                Words.of("outcomes.answer.longest")
                    .formatted(
                        StringUtils.capitalize(each.figure().quarter().words()),
                        each.series().name(),
                        SmallChart.number(each.figure().value())))
        .orElse(null);
  }
}
