package app.chancery.desk.work;

import java.time.Instant;
import java.util.List;

/**
 * What the engine knows of one open task.
 *
 * @param key the element id of the user task in its model
 * @param what is to be done, and about whom where a programme has several of the kind
 * @param programme the key of the programme; null if it belongs to none
 * @param process the name of the process it stands in
 * @param holder the account of whoever has it; null if nobody has
 * @param holderName the name of that person
 * @param groups who may take it, by their ids
 * @param dueAt null if it has no due date
 * @param stands whether it waits because the programme is suspended
 * @param doable whether the person who looks may do it
 */
public record TaskFile(
    String id,
    String key,
    String what,
    String programme,
    String process,
    String holder,
    String holderName,
    List<String> groups,
    Instant openedAt,
    Instant dueAt,
    boolean stands,
    boolean doable) {}
