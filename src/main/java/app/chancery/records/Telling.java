package app.chancery.records;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A notice with those whom it reached.
 *
 * @param persons to how many persons it went, of those of whom its reader may know
 * @param readings those of them who have read it, the first first
 */
public record Telling(Notice notice, int persons, List<Reading> readings) {

  /** One person has read it. */
  public record Reading(String account, OffsetDateTime at) {}

  public Telling {
    readings = List.copyOf(readings);
  }
}
