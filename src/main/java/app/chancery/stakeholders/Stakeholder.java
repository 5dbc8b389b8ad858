package app.chancery.stakeholders;

/**
 * Somebody with an interest in the programme. Who is on the list is no secret; what was said in the
 * interview is.
 */
public record Stakeholder(long id, String programme, String name, StakeholderKind kind) {}
