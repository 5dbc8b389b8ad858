package app.chancery.integration;

import app.chancery.readiness.MilestoneMeasure;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A measurable target of a package with a due date, met only with evidence.
 *
 * @param packageId the endorsed package it comes from
 * @param measure the code of one that the office knows, or words
 * @param interoperability whether accession talks wait for it (rule 5)
 * @param plannedFor the day it was due when the package was endorsed
 * @param dueOn the day it is due now; differs from the plan if the committee adjusted it
 * @param metOn null while it is not met
 * @param evidence what shows that it is met; null while it is not
 * @param reportedBy who reported it met
 */
public record Milestone(
    long id,
    String programme,
    long packageId,
    String name,
    String measure,
    String target,
    boolean interoperability,
    LocalDate plannedFor,
    LocalDate dueOn,
    LocalDate metOn,
    String evidence,
    String reportedBy,
    OffsetDateTime reportedAt) {

  /** The measure as people read it. */
  public String measureInWords() {
    return MilestoneMeasure.inWords(measure);
  }

  public boolean isMet() {
    return metOn != null;
  }

  /** Whether it was met by the day it was due. */
  public boolean isMetOnTime() {
    return isMet() && !metOn.isAfter(dueOn);
  }

  /** Whether it is not met although its day has passed. */
  public boolean isOverdue(LocalDate today) {
    return !isMet() && dueOn.isBefore(today);
  }
}
