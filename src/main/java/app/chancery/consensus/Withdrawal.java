package app.chancery.consensus;

import java.time.OffsetDateTime;

/**
 * An Ally's objection no longer stands. The objection itself stays on record.
 *
 * @param round the id of the round it objected in
 * @param ally ISO 3166-1 alpha-2 code
 */
record Withdrawal(
    long round, String ally, String reason, String withdrawnBy, OffsetDateTime withdrawnAt) {}
