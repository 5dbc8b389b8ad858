package app.chancery.integration;

import java.util.List;

/**
 * An activity as somebody reports it; {@link Activities} checks it. Any component may be null.
 *
 * @param kind exercise, workshop or intelligence-sharing
 * @param date the day it took place, such as 2027-05-20
 * @param plannedExercise the id of the planned exercise that took place, or null
 */
public record NewActivity(
    String kind,
    String name,
    String date,
    List<String> participants,
    String standard,
    String source,
    Long plannedExercise) {}
