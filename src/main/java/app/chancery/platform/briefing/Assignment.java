package app.chancery.platform.briefing;

/**
 * Somebody gave a task to somebody else: an event, in the transaction in which that happens.
 *
 * @param task its id
 * @param name what is to be done
 * @param programme the key of the programme it belongs to
 * @param account who has it now
 * @param by who gave it, as signed
 */
public record Assignment(String task, String name, String programme, String account, String by) {}
