package app.chancery.desk.work;

import java.time.Instant;

/**
 * What is known of a task that is no longer open.
 *
 * @param key the element id of the user task in its model
 * @param what was to be done, and about whom where a programme had several of the kind
 * @param programme the key of the programme; null if it belonged to none
 * @param holder the name of whoever had it at its end; null if nobody had
 * @param completed whether it was done; otherwise something else ended it, such as a deadline
 */
public record EndedTask(
    String id,
    String key,
    String what,
    String programme,
    String holder,
    boolean completed,
    Instant openedAt,
    Instant endedAt) {}
