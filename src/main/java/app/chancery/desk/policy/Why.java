package app.chancery.desk.policy;

import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Cap;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.Policy;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.IndicatorName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why two policies make another tier of the same dossier. */
final class Why {

  private final Policy before;
  private final Policy after;

  Why(Policy before, Policy after) {
    this.before = before;
    this.after = after;
  }

  List<String> of(String region, Assessment then, Assessment now) {
    List<String> sentences = new ArrayList<>();
    counted("policyWhy.tooOld", now.stale(), then.stale()).ifPresent(sentences::add);
    counted("policyWhy.counts", then.stale(), now.stale()).ifPresent(sentences::add);
    for (Dimension dimension : Dimension.values()) {
      int score = now.scores().in(dimension);
      if (score != then.scores().in(dimension)) {
        sentences.add(
            Words.of("policyWhy.score")
                .formatted(dimension.label(), score, then.scores().in(dimension)));
      }
      thresholds(region, dimension, score, sentences);
    }
    if (now.uncappedTier() != then.uncappedTier()) {
      sentences.add(
          Words.of("policyWhy.scoresAlone")
              .formatted(now.uncappedTier().word(), then.uncappedTier().word()));
    }
    caps("policyWhy.cap", now, then, sentences);
    caps("policyWhy.noCap", then, now, sentences);
    return sentences;
  }

  private static Optional<String> counted(
      String key, List<IndicatorName> these, List<IndicatorName> butNotThese) {
    String names =
        these.stream()
            .filter(each -> !butNotThese.contains(each))
            .map(IndicatorName::label)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(Words.of(key).formatted(names));
  }

  /**
   * What a tier needs now and needed then, where the score has come to lie on the other side; of
   * what cannot be told as one score nothing.
   */
  private void thresholds(String region, Dimension dimension, int score, List<String> sentences) {
    Arrays.stream(Tier.values())
        .skip(1)
        .forEach(
            tier -> {
              Optional<Integer> needed = before.thresholds().needed(region, dimension, tier);
              Optional<Integer> needs = after.thresholds().needed(region, dimension, tier);
              if (needed.isPresent()
                  && needs.isPresent()
                  && (score >= needed.get()) != (score >= needs.get())) {
                sentences.add(
                    Words.of("policyWhy.threshold")
                        .formatted(
                            tier.word(), dimension.label(), needs.get(), needed.get(), score));
              }
            });
  }

  private static void caps(
      String key, Assessment these, Assessment butNotThese, List<String> sentences) {
    List<String> others = butNotThese.caps().stream().map(Why::called).toList();
    these.caps().stream()
        .filter(cap -> !others.contains(called(cap)))
        .forEach(
            cap -> sentences.add(Words.of(key).formatted(cap.limitsTo().word(), cap.because())));
  }

  private static String called(Cap cap) {
    return cap.rule() + " " + ((Coded) cap.limitsTo()).code();
  }
}
