package app.chancery.programme;

import java.time.OffsetDateTime;

/**
 * One stay of a programme in a step. A step that is gone through again has an entry each time.
 *
 * @param leftAt null while the programme is in it
 */
public record StepEntry(Step step, OffsetDateTime enteredAt, OffsetDateTime leftAt) {}
