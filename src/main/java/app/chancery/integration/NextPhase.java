package app.chancery.integration;

import app.chancery.platform.time.Days;
import java.util.Optional;

/**
 * What comes next in the integration of a candidate.
 *
 * @param instrument the code of the instrument of the next phase, or {@value #NONE}
 * @param phaseId null if no phase is left
 * @param plannedEnd an ISO 8601 instant in UTC, null if no phase is left
 */
public record NextPhase(String instrument, Long phaseId, String plannedEnd) {

  static final String NONE = "none";

  static NextPhase of(Optional<Phase> phase, Days days) {
    return phase
        .map(
            next ->
                new NextPhase(
                    next.instrument().code(),
                    next.id(),
                    days.begin(next.plannedTo()).toInstant().toString()))
        .orElse(new NextPhase(NONE, null, null));
  }
}
