package app.chancery.platform.forms;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * What came of a start form that somebody handed in.
 *
 * @param once the one-time number of the form that was opened
 * @param start where it was filled in
 * @param fields as they were handed in, by their names, without what is confidential
 * @param programme the key of the programme that it has begun or is about; null if there is none
 * @param instance the engine's id of the process that it has started
 */
public record StartReceipt(
    String once,
    FormPlace start,
    Map<String, Object> fields,
    String programme,
    String instance,
    OffsetDateTime handedInAt) {}
