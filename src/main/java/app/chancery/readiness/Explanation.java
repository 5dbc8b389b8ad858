package app.chancery.readiness;

import app.chancery.platform.time.Dates;
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
        "On the evidence of %s the tier of %s is %s."
            .formatted(Dates.words(dossier.assessedOn()), dossier.name(), tier.word()));
    sentences.add(
        "Readiness out of 100: %s."
            .formatted(
                Arrays.stream(Dimension.values())
                    .map(
                        dimension ->
                            dimension.label().toLowerCase(Locale.ROOT) + " " + scores.in(dimension))
                    .collect(Collectors.joining(", "))));
    if (caps.isEmpty()) {
      sentences.add("The scores meet the thresholds of that tier, and no cap applies.");
    } else if (tier == uncapped) {
      sentences.add(
          "The scores alone give that tier; the caps that apply would not allow more than %s."
              .formatted(Assessment.ceiling(caps).word()));
    } else {
      sentences.add(
          "The scores alone would give %s, but a cap limits it to %s."
              .formatted(uncapped.word(), tier.word()));
    }
    caps.forEach(
        cap -> sentences.add("At most %s: %s".formatted(cap.limitsTo().word(), cap.because())));
    if (!missing.isEmpty()) {
      sentences.add("Not known, so counted as nothing: %s.".formatted(labels(missing)));
    }
    if (!stale.isEmpty()) {
      sentences.add(
          "Older than the policy allows, so counted as nothing: %s.".formatted(labels(stale)));
    }
    return List.copyOf(sentences);
  }

  private static String labels(List<IndicatorName> names) {
    return names.stream().map(IndicatorName::label).collect(Collectors.joining(", "));
  }
}
