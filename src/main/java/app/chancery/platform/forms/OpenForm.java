package app.chancery.platform.forms;

import java.util.Map;

/**
 * A form that somebody has opened.
 *
 * @param facts what is known to the person, by name; of the name of a field, what it starts with
 * @param isForReader whether the person works on the task; whoever only watches is told no facts
 */
public record OpenForm(FormDefinition definition, Map<String, Object> facts, boolean isForReader) {}
