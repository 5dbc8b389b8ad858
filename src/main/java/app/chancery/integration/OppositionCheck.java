package app.chancery.integration;

import java.time.LocalDate;

/**
 * A check of domestic opposition.
 *
 * @param detail what was looked at and what it showed
 */
public record OppositionCheck(
    long id,
    String programme,
    OppositionFinding finding,
    String detail,
    String source,
    LocalDate checkedOn,
    String recordedBy) {}
