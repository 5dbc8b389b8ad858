package app.chancery.records;

import java.time.OffsetDateTime;

/**
 * What was told to whom, and when.
 *
 * @param step the folder name of the step it is about
 * @param recipients groups, separated by a comma and a blank
 */
public record Notice(
    long id,
    String programme,
    String step,
    String subject,
    String text,
    String recipients,
    OffsetDateTime sentAt) {}
