package app.chancery.documents;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document.Section;
import app.chancery.platform.decisions.TableVersions;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Thresholds;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A candidate's scores against the thresholds of the policy, as part of a document. */
@Component
public class ReadinessSection {

  private final Policies policies;

  ReadinessSection(Policies policies) {
    this.policies = policies;
  }

  /**
   * Scores against what the tables want in a region, to look at and to read.
   *
   * @param judgedBy the tables that gave the scores
   */
  public Section show(Section section, String region, Scores scores, TableVersions judgedBy) {
    Policy policy = policies.in(judgedBy);
    Map<Dimension, String> words = policy.thresholds().inRegion(region);
    List<Dimension> dimensions = List.of(Dimension.values());
    return section
        .fact(Words.of("readinessSection.judgedBy"), policy.inWords())
        .showing(
            new Picture.ReadinessBars(
                Words.of("readinessSection.readinessAgainstTheThresholdsOfThe"),
                dimensions.stream()
                    .map(each -> bar(each, region, scores, policy.thresholds()))
                    .toList()))
        .table(
            Words.of("readinessSection.scoresFromTo"),
            List.of(
                Words.of("readinessSection.dimension"),
                Words.of("readinessSection.score"),
                Words.of("readinessSection.thresholdsOfThePolicy")),
            dimensions,
            each -> row(each.label(), scores.in(each), words.get(each)),
            Words.of("readinessSection.noScores"));
  }

  private Picture.Bar bar(
      Dimension dimension, String region, Scores scores, Thresholds thresholds) {
    return new Picture.Bar(
        dimension.label(),
        scores.in(dimension),
        thresholds.needed(region, dimension).entrySet().stream()
            .map(each -> new Picture.Threshold(each.getValue(), each.getKey().word()))
            .toList());
  }
}
