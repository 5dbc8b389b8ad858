package app.chancery.records;

import java.time.OffsetDateTime;

/**
 * A decision as it was taken (rule 12): who, when, what and why. It cannot be altered afterwards.
 *
 * @param step the folder name of the step it was taken in
 */
public record DecisionRecord(
    long id,
    String programme,
    String step,
    String what,
    String why,
    String decidedBy,
    OffsetDateTime decidedAt) {}
