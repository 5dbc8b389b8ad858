package app.chancery.engagement;

import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Tier;
import java.util.Optional;

/**
 * Where a design starts from.
 *
 * @param tier the proposed tier: the assessed one, or a lower one if a mandate says so; an offer
 *     above it needs the executives' approval
 * @param suggested what the planner's form begins with: the mandated tier as far as the caps allow,
 *     else the proposed one
 * @param ceiling the highest tier that the caps allow; no approval lifts it
 */
record Proposal(Tier tier, Tier suggested, Tier ceiling, Optional<Mandate> mandate) {

  static Proposal of(RecordedAssessment assessment, Optional<Mandate> mandate) {
    Tier ceiling = assessment.ceiling();
    return new Proposal(
        mandate.map(Mandate::tier).map(assessment.tier()::atMost).orElse(assessment.tier()),
        mandate.map(Mandate::tier).map(ceiling::atMost).orElse(assessment.tier()),
        ceiling,
        mandate);
  }
}
