package app.chancery.oversight;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Cap;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.IndicatorName;
import app.chancery.records.dossier.RecordedIndicator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What has come into the dossier since the last review, and what it changes of the tier that the
 * figures would give. Nothing is re-tiered by it.
 */
final class NewFigures {

  private NewFigures() {}

  /**
   * Compared with the pack of the last quarterly review; without one, with the assessment that the
   * package was designed on.
   */
  static Pack.News since(Standing standing, Assessment today) {
    List<RecordedIndicator> series = standing.filed().recorded();
    Before before =
        standing
            .lastPack()
            .map(Before::of)
            .or(() -> standing.design().map(Before::of))
            .orElseGet(
                () ->
                    new Before(
                        Words.of("newFigures.theDossierWasOpened"),
                        value -> true,
                        null,
                        null,
                        List.of()));
    return new Pack.News(
        before.since(),
        series.stream().filter(before.isNew()).map(value -> line(value, series, today)).toList(),
        changes(before, today),
        series.stream().mapToLong(RecordedIndicator::id).max().orElse(0));
  }

  private static Pack.NewValue line(
      RecordedIndicator value, List<RecordedIndicator> series, Assessment today) {
    List<RecordedIndicator> same =
        series.stream()
            .filter(each -> each.name() == value.name())
            .sorted(
                Comparator.comparing(RecordedIndicator::asOf).thenComparing(RecordedIndicator::id))
            .toList();
    int place = same.indexOf(value);
    return new Pack.NewValue(
        value.name().label(),
        value.said(),
        value.asOf(),
        value.source(),
        place == 0 ? null : same.get(place - 1).said(),
        effect(value.name(), place == same.size() - 1, today));
  }

  private static String effect(IndicatorName name, boolean newest, Assessment today) {
    if (!newest) {
      return Words.of("newFigures.aLaterValueIsKnown");
    }
    return today.stale().contains(name)
        ? Words.of("newFigures.tooOldToCount")
        : Words.of("newFigures.counts");
  }

  private static List<String> changes(Before before, Assessment today) {
    List<String> changes = new ArrayList<>();
    if (before.tier() == null) {
      return changes;
    }
    changes.add(
        before.tier() == today.tier()
            ? Words.of("newFigures.theFiguresWouldGiveTheSame")
                .formatted(before.since(), today.tier().word())
            : Words.of("newFigures.theFiguresWouldGiveTodayWhen")
                .formatted(today.tier().word(), before.since(), before.tier().word()));
    for (Dimension dimension : Dimension.values()) {
      int then = before.scores().in(dimension);
      int now = today.scores().in(dimension);
      if (then != now) {
        changes.add(
            Words.of("newFigures.fromTo")
                .formatted(
                    dimension.label(),
                    now > then ? Words.of("newFigures.rose") : Words.of("newFigures.fell"),
                    then,
                    now));
      }
    }
    List<String> caps = today.caps().stream().map(Cap::because).toList();
    caps.stream()
        .filter(cap -> !before.caps().contains(cap))
        .forEach(cap -> changes.add(Words.of("newFigures.newCap").formatted(cap)));
    before.caps().stream()
        .filter(cap -> !caps.contains(cap))
        .forEach(cap -> changes.add(Words.of("newFigures.noLongerACap").formatted(cap)));
    return changes;
  }

  /**
   * What is compared with.
   *
   * @param since ends a sentence that begins with "since" or "when"
   * @param tier null if nothing was assessed before
   */
  private record Before(
      String since,
      Predicate<RecordedIndicator> isNew,
      Tier tier,
      Scores scores,
      List<String> caps) {

    static Before of(Pack last) {
      return new Before(
          Words.of("newFigures.theLastReviewLookedAtThem").formatted(Dates.words(last.asOf())),
          value -> value.id() > last.news().newestValue(),
          last.tier().today(),
          last.tier().scores(),
          last.tier().caps());
    }

    static Before of(RecordedAssessment design) {
      return new Before(
          Words.of("newFigures.thePackageWasDesignedOn")
              .formatted(Dates.words(design.assessedOn())),
          value -> value.recordedAt().isAfter(design.recordedAt()),
          design.tier(),
          design.scores(),
          design.caps().stream().map(Cap::because).toList());
    }
  }
}
