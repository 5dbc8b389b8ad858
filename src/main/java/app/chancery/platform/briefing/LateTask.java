package app.chancery.platform.briefing;

/**
 * A task that waits for longer than policy allows.
 *
 * @param programme the key of the programme it belongs to
 * @param key the element id of the user task in its model
 * @param name what is to be done
 */
public record LateTask(String programme, String key, String name) {}
