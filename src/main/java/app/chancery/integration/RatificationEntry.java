package app.chancery.integration;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * One recorded date of one Party's ratification. A correction is a further entry; the last counts.
 *
 * @param ally ISO 3166-1 alpha-2 code
 */
public record RatificationEntry(
    long id,
    String programme,
    String ally,
    RatificationStage stage,
    LocalDate date,
    String recordedBy,
    OffsetDateTime recordedAt) {}
