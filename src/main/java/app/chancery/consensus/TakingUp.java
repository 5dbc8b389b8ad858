package app.chancery.consensus;

import java.time.OffsetDateTime;

/**
 * A proposal that lay on hold, or was withdrawn, comes to the table again.
 *
 * @param round the id of the round after which it had left the table
 */
public record TakingUp(long round, String reason, String takenUpBy, OffsetDateTime takenUpAt) {}
