package app.chancery.engagement;

import app.chancery.programme.Tier;
import app.chancery.words.Coded;
import java.util.List;

/**
 * One version of what a candidate is offered. A version never changes but for its status; what
 * changes becomes a new version.
 *
 * @param version counts from 1 within the programme
 * @param proposedTier what the assessment (and a mandate, if there was one) proposed
 * @param tier what is offered
 * @param tierReason why it is the proposed one, or why it is not
 */
public record EngagementPackage(
    long id,
    String programme,
    int version,
    Tier proposedTier,
    Tier tier,
    String tierReason,
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<PlannedInstrument> instruments,
    List<PlannedMilestone> milestones,
    String justification,
    Status status) {

  /** Where a version stands. */
  public enum Status implements Coded {
    /** Being designed. */
    DRAFT,
    /** Approved by the executives, ready for the council. */
    APPROVED,
    /** Adopted by the council. */
    ENDORSED
  }

  public PackageTerms terms() {
    return new PackageTerms(
        securityAssurances, economicCooperation, jointTraining, milestones, justification);
  }
}
