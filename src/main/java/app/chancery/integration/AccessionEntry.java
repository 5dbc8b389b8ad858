package app.chancery.integration;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The recorded day of a stage of an accession.
 *
 * @param date the day it happened
 * @param detail what happened, and where that is known from
 */
public record AccessionEntry(
    long id,
    String programme,
    AccessionStage stage,
    LocalDate date,
    String detail,
    String recordedBy,
    OffsetDateTime recordedAt) {}
