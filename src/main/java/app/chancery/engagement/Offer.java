package app.chancery.engagement;

import app.chancery.readiness.Tier;
import java.util.List;

/**
 * What a planner puts on the form. A part left empty stands for the template of the tier.
 *
 * @param tierReason needed where the tier is not the proposed one; "" otherwise
 * @param milestones one a line: {@code name | measure | target | due date}
 */
public record Offer(
    Tier tier,
    String tierReason,
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<String> milestones,
    String justification) {}
