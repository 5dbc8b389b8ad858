package app.chancery.readiness;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.IndicatorName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in plain sentences how a tier came about. */
final class Explanation {

  private Explanation() {}

  static List<String> of(
      Dossier dossier,
      Scores scores,
      Tier uncapped,
      Tier tier,
      List<Cap> caps,
      List<IndicatorName> missing,
      List<IndicatorName> stale) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Words.of("explanation.onTheEvidenceOfTheTier")
            .formatted(Dates.words(dossier.assessedOn()), dossier.name(), tier.word()));
    sentences.add(
        Words.of("explanation.readinessOutOf")
            .formatted(
                Arrays.stream(Dimension.values())
                    .map(
                        dimension ->
                            dimension.label().toLowerCase(Locale.ROOT) + " " + scores.in(dimension))
                    .collect(Collectors.joining(", "))));
    if (caps.isEmpty()) {
      sentences.add(Words.of("explanation.theScoresMeetTheThresholdsOf"));
    } else if (tier == uncapped) {
      sentences.add(
          Words.of("explanation.theScoresAloneGiveThatTier")
              .formatted(Assessment.ceiling(caps).word()));
    } else {
      sentences.add(
          Words.of("explanation.theScoresAloneWouldGiveBut")
              .formatted(uncapped.word(), tier.word()));
    }
    caps.forEach(
        cap ->
            sentences.add(
                Words.of("explanation.atMost").formatted(cap.limitsTo().word(), cap.because())));
    if (!missing.isEmpty()) {
      sentences.add(Words.of("explanation.notKnownSoCountedAsNothing").formatted(labels(missing)));
    }
    if (!stale.isEmpty()) {
      sentences.add(Words.of("explanation.olderThanThePolicyAllowsSo").formatted(labels(stale)));
    }
    return List.copyOf(sentences);
  }

  private static String labels(List<IndicatorName> names) {
    return names.stream().map(IndicatorName::label).collect(Collectors.joining(", "));
  }
}
