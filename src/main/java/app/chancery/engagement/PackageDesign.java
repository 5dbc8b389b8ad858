package app.chancery.engagement;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.people.Approval;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Assessments;
import app.chancery.readiness.PackageTemplates;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Step 2 of a programme, from the assessment to the settled tier. */
@Service
public class PackageDesign {

  private final Dossiers dossiers;
  private final Policies policies;
  private final Assessments assessments;
  private final Mandates mandates;
  private final OfferWriting writing;
  private final Packages packages;
  private final Capacity capacity;
  private final DiplomaticPackage document;
  private final Deliverables deliverables;
  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Approval approval;
  private final Days days;

  PackageDesign(
      Dossiers dossiers,
      Policies policies,
      Assessments assessments,
      Mandates mandates,
      OfferWriting writing,
      Packages packages,
      Capacity capacity,
      DiplomaticPackage document,
      Deliverables deliverables,
      Programmes programmes,
      DecisionRecords decisions,
      Notices notices,
      Approval approval,
      Days days) {
    this.dossiers = dossiers;
    this.policies = policies;
    this.assessments = assessments;
    this.mandates = mandates;
    this.writing = writing;
    this.packages = packages;
    this.capacity = capacity;
    this.document = document;
    this.deliverables = deliverables;
    this.programmes = programmes;
    this.decisions = decisions;
    this.notices = notices;
    this.approval = approval;
    this.days = days;
  }

  /**
   * Scores the dossier and assigns the tier. The first assessment of a programme is of the dossier
   * as it was submitted, on the day it names; every later one is of what is known today.
   */
  @Transactional
  public void assess(String programme) {
    Dossier dossier =
        assessments.latest(programme).isEmpty()
            ? dossiers.of(programme)
            : dossiers.of(programme, days.today());
    Policy policy = policies.in(programmes.get(programme).policy());
    RecordedAssessment assessment =
        assessments.record(programme, policy.tiering().assess(dossier), policy.versions());
    Proposal proposal = Proposal.of(assessment, mandates.open(programme));
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        Words.of("packageDesign.assessedAs").formatted(assessment.tier().word()),
        String.join(" ", assessment.explanation()));
    proposal
        .mandate()
        .ifPresent(
            mandate ->
                decisions.record(
                    programme,
                    Step.ENGAGEMENT.folder(),
                    Words.of("packageDesign.designStartsFromAsTheDecided")
                        .formatted(proposal.suggested().word(), mandate.origin().word()),
                    mandate.reason()));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.TIER_PROPOSED,
            programme,
            Step.ENGAGEMENT.folder(),
            NoticePlace.programme(),
            proposal.tier().word(),
            String.join(" ", assessment.explanation())));
  }

  /** What the design in progress starts from. */
  Proposal proposal(String programme) {
    return Proposal.of(assessments.latest(programme).orElseThrow(), mandates.open(programme));
  }

  /**
   * Files a planner's offer as a new version of the package.
   *
   * @return whether its tier is above the proposed one, which needs the executives' approval
   * @throws app.chancery.platform.refusal.Refused naming every fault
   */
  @Transactional
  public boolean recordOffer(String programme, Offer offer) {
    Proposal proposal = proposal(programme);
    Faults faults = new Faults();
    checkTier(offer, proposal, programme, faults);
    PackageTerms terms = writing.terms(offer, templates(programme), faults);
    if (faults.isEmpty()) {
      terms.check(offer.tier(), faults);
    }
    faults.refuseIfAny();
    String reason =
        offer.tierReason().isBlank()
            ? proposal
                .mandate()
                .map(
                    mandate ->
                        Words.of("packageDesign.asProposedAndMandated")
                            .formatted(mandate.origin().word()))
                .orElseGet(() -> Words.of("packageDesign.asProposedByTheAssessment"))
            : offer.tierReason();
    packages.draft(programme, proposal.tier(), offer.tier(), reason, terms);
    boolean raised = proposal.tier().isBelow(offer.tier());
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        offer.tier() == proposal.tier()
            ? Words.of("packageDesign.offerDraftedAs").formatted(offer.tier().word())
            : Words.of("packageDesign.offerDraftedAsTheProposed")
                .formatted(
                    offer.tier().word(),
                    raised ? Words.of("packageDesign.above") : Words.of("packageDesign.below"),
                    proposal.tier().word()),
        reason);
    return raised;
  }

  private void checkTier(Offer offer, Proposal proposal, String programme, Faults faults) {
    faults.check(
        offer.tier() == proposal.tier() || !offer.tierReason().isBlank(),
        "tierReason",
        Words.of("packageDesign.isRequiredBecauseTheTierIs").formatted(proposal.tier().word()));
    if (proposal.ceiling().isBelow(offer.tier())) {
      assessments.latest(programme).orElseThrow().caps().stream()
          .filter(cap -> cap.limitsTo().isBelow(offer.tier()))
          .forEach(
              cap ->
                  faults.add(
                      "tier",
                      Words.of("packageDesign.isAboveToWhichACap")
                          .formatted(offer.tier().word(), cap.limitsTo().word(), cap.because())));
    }
  }

  /** The executives decide on a tier above the proposed one. */
  @Transactional
  public void decideRaise(String programme, boolean approved, String reason) {
    Tier tier = packages.current(programme).tier();
    String what =
        Words.of("packageDesign.raiseTo")
            .formatted(
                tier.word(),
                approved ? Words.of("packageDesign.approved") : Words.of("packageDesign.refused"));
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        approved ? approved(programme, what, "raiseDecision") : what,
        reason);
  }

  /** Puts the instruments of the tier into the package, with dates. */
  @Transactional
  public void matchInstruments(String programme) {
    packages.plan(
        programme, writing.instruments(packages.current(programme).tier(), templates(programme)));
  }

  /** Those of the policy by which the programme was assessed. */
  PackageTemplates templates(String programme) {
    return policies.in(assessments.latest(programme).orElseThrow().policy()).templates();
  }

  /** Whether all open programmes together stay within the alliance's capacity. */
  @Transactional
  public boolean isWithinCapacity(String programme) {
    CapacityUse use = capacity.with(packages.current(programme));
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        use.isWithin()
            ? Words.of("packageDesign.costIsWithinTheAlliancesCapacity")
            : Words.of("packageDesign.costIsBeyondTheAlliancesCapacity"),
        use.sentence());
    return use.isWithin();
  }

  /** The executives decide whether the package may go beyond the alliance's capacity. */
  @Transactional
  public void decideOverstretch(String programme, boolean authorised, String reason) {
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        authorised
            ? approved(
                programme,
                Words.of("packageDesign.overstretchOfCapacityAuthorised"),
                "overstretchDecision")
            : Words.of("packageDesign.overstretchOfCapacityRefused"),
        reason);
  }

  /** Compiles the diplomatic package for the executives. */
  @Transactional
  public void compile(String programme) {
    EngagementPackage current = packages.current(programme);
    deliverables.draft(
        programme,
        DeliverableKind.DIPLOMATIC_PACKAGE,
        document.of(current, assessments.latest(programme).orElseThrow(), capacity.with(current)));
  }

  /** The executives approve the diplomatic package, or send it back to the planner. */
  @Transactional
  public void decidePackage(String programme, boolean approved, String reason) {
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        approved
            ? approved(
                programme, Words.of("packageDesign.diplomaticPackageApproved"), "packageDecision")
            : Words.of("packageDesign.diplomaticPackageSentBack"),
        reason);
    if (approved) {
      deliverables.approve(programme, DeliverableKind.DIPLOMATIC_PACKAGE);
      packages.approve(programme);
    }
  }

  private String approved(String programme, String what, String field) {
    return approval.recorded(what, packages.draftedBy(programme), field);
  }

  /** The design is done: the tier is on the programme's record and all Allies are told. */
  @Transactional
  public void settleTier(String programme) {
    EngagementPackage current = packages.current(programme);
    programmes.settleTier(programme, current.tier());
    mandates.carriedOut(programme);
    decisions.record(
        programme,
        Step.ENGAGEMENT.folder(),
        Words.of("packageDesign.tierSettled").formatted(current.tier().word()),
        current.tierReason());
    notices.tellAllAllies(
        Message.of(
            NoticeKind.PACKAGE_DECIDED,
            programme,
            Step.ENGAGEMENT.folder(),
            NoticePlace.programme(),
            current.tier().word(),
            current.version(),
            current.justification()));
  }
}
