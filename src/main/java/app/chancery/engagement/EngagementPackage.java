package app.chancery.engagement;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One version of what a candidate is offered. A version never changes but for its status; what
 * changes becomes a new version.
 *
 * @param version counts from 1 within the programme
 * @param proposedTier what the assessment (and a mandate, if there was one) proposed
 * @param tier what is offered
 * @param tierReason why it is the proposed one, or why it is not
 */
public record EngagementPackage(
    long id,
    String programme,
    int version,
    Tier proposedTier,
    Tier tier,
    String tierReason,
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<PlannedInstrument> instruments,
    List<PlannedMilestone> milestones,
    String justification,
    Status status) {

  /** Where a version stands. */
  public enum Status implements Coded {
    /** Being designed. */
    DRAFT,
    /** Approved by the executives, ready for the council. */
    APPROVED,
    /** Adopted by the council. */
    ENDORSED,
    /** Designed beside the work, and not adopted: the work goes on under the one before. */
    DROPPED
  }

  /**
   * A version that is not in the register yet, and so has no id; still without instruments.
   *
   * @throws app.chancery.platform.refusal.Refused if the terms do not fit the tier
   */
  static EngagementPackage draft(
      String programme,
      int version,
      Tier proposedTier,
      Tier tier,
      String tierReason,
      PackageTerms terms) {
    return version(
        programme, version, proposedTier, tier, tierReason, terms, List.of(), Status.DRAFT);
  }

  /**
   * The version behind this one, for the same tier and with the same instruments. It needs no
   * approval of its own: the council asked for it.
   *
   * @throws app.chancery.platform.refusal.Refused if the terms do not fit the tier
   */
  EngagementPackage amended(PackageTerms terms) {
    return version(
        programme,
        version + 1,
        proposedTier,
        tier,
        tierReason,
        terms,
        instruments,
        Status.APPROVED);
  }

  /** This version with these instruments in place of those it had. */
  EngagementPackage planning(List<PlannedInstrument> planned) {
    return with(planned, status);
  }

  /** The executives have approved this version. */
  EngagementPackage approved() {
    return with(instruments, Status.APPROVED);
  }

  /** The council has adopted this version. */
  EngagementPackage endorsed() {
    return with(instruments, Status.ENDORSED);
  }

  public PackageTerms terms() {
    return new PackageTerms(
        securityAssurances, economicCooperation, jointTraining, milestones, justification);
  }

  /**
   * By how many days all its instruments begin and end later than planned, if integration begins on
   * that day: as many as that is behind the first day planned; 0 if it is no later, or if there are
   * no instruments.
   */
  public long delay(LocalDate integrationBegins) {
    return instruments.stream()
        .map(PlannedInstrument::from)
        .min(Comparator.naturalOrder())
        .map(first -> Math.max(0, ChronoUnit.DAYS.between(first, integrationBegins)))
        .orElse(0L);
  }

  /** When an instrument begins, if integration begins on that day; empty if it is not offered. */
  public Optional<LocalDate> beginOf(Instrument instrument, LocalDate integrationBegins) {
    return instruments.stream()
        .filter(planned -> planned.instrument() == instrument)
        .findFirst()
        .map(planned -> planned.from().plusDays(delay(integrationBegins)));
  }

  private static EngagementPackage version(
      String programme,
      int version,
      Tier proposedTier,
      Tier tier,
      String tierReason,
      PackageTerms terms,
      List<PlannedInstrument> instruments,
      Status status) {
    Faults faults = new Faults();
    terms.check(tier, faults);
    faults.refuseIfAny();
    return new EngagementPackage(
        0,
        programme,
        version,
        proposedTier,
        tier,
        tierReason,
        terms.securityAssurances(),
        terms.economicCooperation(),
        terms.jointTraining(),
        instruments,
        terms.milestones(),
        terms.justification(),
        status);
  }

  private EngagementPackage with(List<PlannedInstrument> planned, Status newStatus) {
    return new EngagementPackage(
        id,
        programme,
        version,
        proposedTier,
        tier,
        tierReason,
        securityAssurances,
        economicCooperation,
        jointTraining,
        planned,
        milestones,
        justification,
        newStatus);
  }
}
