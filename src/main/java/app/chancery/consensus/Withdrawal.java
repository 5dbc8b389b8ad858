package app.chancery.consensus;

import java.time.OffsetDateTime;

/**
 * An Ally's objection no longer stands. The objection itself stays on record.
 *
 * @param position the number of the objection in the register; 0 before the withdrawal is there
 * @param round the id of the round it objected in
 * @param ally ISO 3166-1 alpha-2 code
 */
public record Withdrawal(
    long position,
    long round,
    String ally,
    String reason,
    String withdrawnBy,
    OffsetDateTime withdrawnAt) {}
