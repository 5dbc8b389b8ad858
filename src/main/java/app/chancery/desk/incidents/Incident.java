package app.chancery.desk.incidents;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that the engine has tried as often as it does, and that stands still until somebody
 * acts.
 *
 * @param programme its key; what is of no programme has the key of its own work, or none
 * @param process the title of the process it is in; empty if it is in none
 * @param instance the engine's id of that process; empty if it is in none
 * @param step the folder name of the step it is in; empty likewise
 * @param activity what failed, as the model calls it
 * @param job the engine's id of what it tried, by which its log names it
 * @param since when it was given up
 * @param said why, where that was said for people to read
 */
public record Incident(
    String id,
    String programme,
    String process,
    String instance,
    String step,
    String activity,
    String job,
    OffsetDateTime since,
    Optional<String> said) {}
