package app.chancery.oversight;

import app.chancery.programme.Programme;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Cap;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Tier;
import app.chancery.readiness.Tiering;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Indicator;
import app.chancery.records.dossier.IndicatorName;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the figures of today make of a programme, beside its tier and the last review. */
final class ReadinessToday {

  private ReadinessToday() {}

  static Pack.TierToday tierToday(
      Standing standing, Assessment assessment, Assessment byTheirTime) {
    Programme state = standing.programme();
    return new Pack.TierToday(
        state.tier(),
        assessment.tier(),
        assessment.ceiling(),
        trend(standing, assessment, byTheirTime),
        assessment.scores(),
        assessment.caps().stream().map(Cap::because).toList(),
        assessment.explanation());
  }

  private static Pack.Trend trend(
      Standing standing, Assessment assessment, Assessment byTheirTime) {
    Programme state = standing.programme();
    if (state.tier() == null) {
      return Pack.Trend.SAME;
    }
    if (assessment.tier().isBelow(state.tier())) {
      return byTheirTime.tier().isBelow(state.tier()) ? Pack.Trend.LOWER : Pack.Trend.STALE;
    }
    // Staff or council may have chosen a lower tier than the figures gave; only a rise beyond what
    // was on the table then is news.
    Tier known = standing.endorsedProposal().filter(state.tier()::isBelow).orElse(state.tier());
    return known.isBelow(assessment.tier()) ? Pack.Trend.HIGHER : Pack.Trend.SAME;
  }

  /** What the figures would give, were none of them too old. */
  static Assessment byTheirTime(Dossier dossier, Assessment today, Tiering tiering) {
    return today.stale().isEmpty() ? today : tiering.assess(fresh(dossier, Map.of()));
  }

  /**
   * What the figures of the last review would give today, were none of them too old: that a figure
   * has grown old since, became known or counts otherwise by now is no change of the candidate.
   *
   * @param last the figures of the last review; none if there was no review
   * @return empty if the figures are the same
   */
  static Optional<Scores> before(Dossier dossier, List<Pack.IndicatorLine> last, Tiering tiering) {
    Map<IndicatorName, String> values = new EnumMap<>(IndicatorName.class);
    for (Indicator indicator : dossier.indicators().values()) {
      String value = before(indicator, last);
      if (value != null && !value.equals(indicator.value())) {
        values.put(indicator.name(), value);
      }
    }
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(tiering.assess(fresh(dossier, values)).scores());
  }

  /**
   * The dossier with all its figures of the day of the assessment.
   *
   * @param values other ones for some of them
   */
  private static Dossier fresh(Dossier dossier, Map<IndicatorName, String> values) {
    Map<IndicatorName, Indicator> figures = new EnumMap<>(IndicatorName.class);
    dossier
        .indicators()
        .forEach(
            (name, figure) ->
                figures.put(
                    name,
                    new Indicator(
                        name,
                        values.getOrDefault(name, figure.value()),
                        dossier.assessedOn(),
                        figure.source())));
    return new Dossier(
        dossier.candidate(),
        dossier.name(),
        dossier.european(),
        dossier.region(),
        dossier.assessedOn(),
        dossier.propagandaExposure(),
        dossier.propagandaExposureSource(),
        figures);
  }

  static Evidence.Capped capped(Assessment today, Assessment byTheirTime, Tier tier, String rule) {
    if (bites(byTheirTime, tier, rule)) {
      return Evidence.Capped.YES;
    }
    return bites(today, tier, rule) ? Evidence.Capped.BY_OLD_FIGURES : Evidence.Capped.NO;
  }

  private static boolean bites(Assessment assessment, Tier tier, String rule) {
    return tier != null
        && assessment.caps().stream()
            .anyMatch(cap -> cap.rule().equals(rule) && cap.limitsTo().isBelow(tier));
  }

  static int change(int now, Optional<Integer> before) {
    return before.map(score -> now - score).orElse(0);
  }

  static List<Pack.IndicatorLine> indicatorLines(Dossier dossier, List<Pack.IndicatorLine> last) {
    return dossier.indicators().values().stream()
        .sorted(Comparator.comparing(Indicator::name))
        .map(
            indicator ->
                new Pack.IndicatorLine(
                    indicator.name(), indicator.value(), indicator.asOf(), before(indicator, last)))
        .toList();
  }

  private static String before(Indicator indicator, List<Pack.IndicatorLine> last) {
    return last.stream()
        .filter(line -> line.name() == indicator.name())
        .map(Pack.IndicatorLine::value)
        .findFirst()
        .orElse(null);
  }
}
