package app.chancery.consensus;

import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * A deadline that was moved before it expired.
 *
 * @param round the id of the round
 */
public record Extension(
    long round,
    OffsetDateTime endedBefore,
    OffsetDateTime endsNow,
    ZoneId zone,
    String reason,
    String extendedBy,
    OffsetDateTime extendedAt) {}
