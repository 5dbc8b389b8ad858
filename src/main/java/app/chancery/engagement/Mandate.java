package app.chancery.engagement;

import app.chancery.readiness.Tier;

/**
 * The tier that the next design starts from.
 *
 * @param origin who gave it, for example {@code council} or {@code oversight committee}
 */
public record Mandate(long id, String programme, Tier tier, String reason, String origin) {}
