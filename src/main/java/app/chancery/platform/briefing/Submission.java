package app.chancery.platform.briefing;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What somebody hands in with a task that stands.
 *
 * @param programme the key of the programme the task belongs to
 * @param group the group in whose name it is handed in
 * @param openedAt when the task was given to that group
 * @param asked the fields that the task's form has; a programme may run on the form of an earlier
 *     release
 * @param fields what was filled in
 */
public record Submission(
    String programme,
    String group,
    Instant openedAt,
    Set<String> asked,
    Map<String, Object> fields) {}
