package app.chancery.consensus;

import app.chancery.readiness.Tier;

/**
 * A package as it lies on the council's table in one run of the step.
 *
 * @param id of that run; its rounds are counted within it
 * @param justification how the package safeguards collective defence without overextending
 *     resources, from recorded data
 * @param whatChanged since the last round, or null before the first
 */
record Proposal(
    long id,
    String programme,
    int packageVersion,
    Tier tier,
    String justification,
    String whatChanged) {}
