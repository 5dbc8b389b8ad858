package app.chancery.readiness;

/**
 * A limit on the tier, whatever the scores (rules 2 and 4).
 *
 * @param rule what the policy calls it, for example {@code article-10}
 * @param limitsTo the highest tier it allows
 * @param because a sentence for a policymaker
 */
public record Cap(String rule, Tier limitsTo, String because) {}
