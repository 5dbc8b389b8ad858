package app.chancery.integration;

import app.chancery.readiness.Instrument;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A stretch of integration under one instrument of the endorsed package. Phases follow each other.
 *
 * @param packageId the endorsed package it comes from
 * @param number counts from 1 within the package
 * @param startedAt null before it began
 * @param endedAt null while it runs
 */
public record Phase(
    long id,
    String programme,
    long packageId,
    int number,
    Instrument instrument,
    LocalDate plannedFrom,
    LocalDate plannedTo,
    OffsetDateTime startedAt,
    OffsetDateTime endedAt) {

  /** The days that it is planned for. */
  Window planned() {
    return new Window(plannedFrom, plannedTo);
  }

  public boolean isRunning() {
    return startedAt != null && endedAt == null;
  }

  public boolean isAhead() {
    return startedAt == null;
  }
}
