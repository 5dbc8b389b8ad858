package app.chancery.consensus;

import java.time.OffsetDateTime;

/**
 * What a consultation after a broken silence came to.
 *
 * @param round the id of the round whose silence was broken
 * @param account what was said and why this course was taken
 */
public record Consultation(
    long round, Course course, String account, String concludedBy, OffsetDateTime concludedAt) {}
