package app.chancery.engagement;

import app.chancery.readiness.Tier;
import java.util.List;

/**
 * What a planner puts on the form.
 *
 * @param tierReason needed where the tier is not the proposed one; "" otherwise
 * @param ofTemplate whether the rows are those of the template of the tier; the rows given then
 *     count for nothing. So it is, too, where a program sends no rows at all
 * @param milestones one a line: {@code name | measure | target | due date}
 */
public record Offer(
    Tier tier,
    String tierReason,
    boolean ofTemplate,
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<String> milestones,
    String justification) {}
