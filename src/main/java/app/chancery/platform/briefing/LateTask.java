package app.chancery.platform.briefing;

import java.util.Optional;

/**
 * A task that waits for longer than policy allows.
 *
 * @param programme the key of the programme it belongs to
 * @param key the element id of the user task in its model
 * @param name what is to be done
 * @param id of the open task; empty where the timer is one for several
 */
public record LateTask(String programme, String key, String name, Optional<String> id) {}
