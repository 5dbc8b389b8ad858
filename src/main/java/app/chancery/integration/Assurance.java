package app.chancery.integration;

import java.time.LocalDate;

/**
 * A security assurance of a phase.
 *
 * @param phaseId the phase that it covers
 * @param inForceFrom null while it is only promised
 * @param inForceUntil the last day it is in force; null while it is only promised
 * @param source what brought it into force, or prolonged it; null while it is only promised
 */
public record Assurance(
    long id,
    String programme,
    long phaseId,
    String text,
    LocalDate inForceFrom,
    LocalDate inForceUntil,
    String source) {

  public boolean isInForce(LocalDate day) {
    return inForceFrom != null && !day.isBefore(inForceFrom) && !day.isAfter(inForceUntil);
  }
}
