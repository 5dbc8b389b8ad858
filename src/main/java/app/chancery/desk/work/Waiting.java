package app.chancery.desk.work;

/**
 * What waits for people in a programme.
 *
 * @param who has it, or may take it, in words
 * @param due the day, in words; null if it has no due date
 * @param task the one task that the reader may open; null if there is none, or more than one
 */
public record Waiting(String what, String who, String due, String task) {}
