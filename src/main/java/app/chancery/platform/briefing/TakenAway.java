package app.chancery.platform.briefing;

/**
 * The head of a group took a task from who had it: an event, in the transaction in which that
 * happens.
 *
 * @param task its id
 * @param name what is to be done
 * @param programme the key of the programme it belongs to
 * @param account who had it
 * @param by who took it, as signed
 */
public record TakenAway(String task, String name, String programme, String account, String by) {}
