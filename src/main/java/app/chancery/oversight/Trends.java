package app.chancery.oversight;

import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Line;
import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Milestone;
import app.chancery.integration.Progress;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Scores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a programme achieved quarter by quarter, up to that of a review. */
@Component
class Trends {

  /** As many quarters as are shown, two years of them. */
  private static final int QUARTERS = 8;

  private final Progress progress;
  private final ReviewRegister register;
  private final Packs packs;

  Trends(Progress progress, ReviewRegister register, Packs packs) {
    this.progress = progress;
    this.register = register;
    this.packs = packs;
  }

  /** The last quarters up to that one; from the first on in which anything happened. */
  Picture.TrendLines upTo(Quarter last, Review review) {
    String programme = review.programme();
    List<Activity> held = progress.activities(programme);
    List<LocalDate> met =
        progress.milestones(programme).stream()
            .map(Milestone::metOn)
            .filter(Objects::nonNull)
            .toList();
    Map<Quarter, Scores> scores = scores(review);
    Quarter first =
        Stream.of(
                held.stream().map(activity -> Quarter.of(activity.date())),
                met.stream().map(Quarter::of),
                scores.keySet().stream(),
                Stream.of(last))
            .flatMap(Function.identity())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<Quarter> all = first.until(last.next()).toList();
    List<Quarter> quarters = all.subList(Math.max(0, all.size() - QUARTERS), all.size());
    List<Line> lines = new ArrayList<>();
    for (ActivityKind kind : ActivityKind.values()) {
      List<LocalDate> days =
          held.stream().filter(each -> each.kind() == kind).map(Activity::date).toList();
      lines.add(new Line(kind.plural(), counts(days, quarters)));
    }
    lines.add(new Line(Words.of("trends.milestonesMet"), counts(met, quarters)));
    lines.add(
        line(Words.of("trends.interoperabilityScore"), Scores::interoperability, scores, quarters));
    lines.add(
        line(Words.of("trends.domesticSupportScore"), Scores::domesticSupport, scores, quarters));
    return new Picture.TrendLines(
        Words.of("trends.quarterByQuarter"),
        quarters.stream().map(Quarter::toString).toList(),
        lines);
  }

  private static List<Integer> counts(List<LocalDate> days, List<Quarter> quarters) {
    return quarters.stream()
        .map(quarter -> (int) days.stream().filter(day -> Quarter.of(day).equals(quarter)).count())
        .toList();
  }

  private static Line line(
      String label, ToIntFunction<Scores> score, Map<Quarter, Scores> scores, List<Quarter> all) {
    return new Line(
        label,
        all.stream()
            .map(scores::get)
            .map(found -> found == null ? null : score.applyAsInt(found))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /** As the reviews saw them, up to this one; of two in one quarter the later counts. */
  private Map<Quarter, Scores> scores(Review review) {
    List<Review> reviews =
        register.of(review.programme()).stream().filter(each -> each.id() <= review.id()).toList();
    Map<Long, Pack> known = packs.of(reviews);
    return reviews.stream()
        .map(each -> known.get(each.id()))
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(
                Pack::period, pack -> pack.tier().scores(), (earlier, later) -> later));
  }
}
