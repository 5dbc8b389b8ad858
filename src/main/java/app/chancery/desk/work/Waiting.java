package app.chancery.desk.work;

/**
 * What waits for people in a programme.
 *
 * @param who has it, or may take it, in words
 * @param due the day, in words; null if it has no due date
 */
public record Waiting(String what, String who, String due) {}
