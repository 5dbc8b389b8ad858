package app.chancery.oversight;

import app.chancery.deliverables.Deliverable;
import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.dossier.Dossier;
import app.chancery.dossier.Dossiers;
import app.chancery.dossier.PropagandaExposure;
import app.chancery.engagement.Assessment;
import app.chancery.engagement.Tiering;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.integration.OppositionCheck;
import app.chancery.integration.OppositionChecks;
import app.chancery.integration.OppositionFinding;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Prepares the pack of a review from what is recorded. It judges by the policy tables and changes
 * nothing: above all, it re-tiers nobody.
 */
@Service
public class ProgressAssessment {

  private final ReviewRegister register;
  private final Packs packs;
  private final ConditionShiftRegister shifts;
  private final ReviewCalendar calendar;
  private final Judgement judgement;
  private final RiskRegister riskRegister;
  private final Programmes programmes;
  private final Dossiers dossiers;
  private final Tiering tiering;
  private final ReadinessToday readiness;
  private final NewFigures newFigures;
  private final PlanProgress progress;
  private final Milestones milestones;
  private final OppositionChecks oppositionChecks;
  private final Deliverables deliverables;
  private final Clock clock;

  ProgressAssessment(
      ReviewRegister register,
      Packs packs,
      ConditionShiftRegister shifts,
      ReviewCalendar calendar,
      Judgement judgement,
      RiskRegister riskRegister,
      Programmes programmes,
      Dossiers dossiers,
      Tiering tiering,
      ReadinessToday readiness,
      NewFigures newFigures,
      PlanProgress progress,
      Milestones milestones,
      OppositionChecks oppositionChecks,
      Deliverables deliverables,
      Clock clock) {
    this.register = register;
    this.packs = packs;
    this.shifts = shifts;
    this.calendar = calendar;
    this.judgement = judgement;
    this.riskRegister = riskRegister;
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.tiering = tiering;
    this.readiness = readiness;
    this.newFigures = newFigures;
    this.progress = progress;
    this.milestones = milestones;
    this.oppositionChecks = oppositionChecks;
    this.deliverables = deliverables;
    this.clock = clock;
  }

  /**
   * Prepares the pack of an open review; shifts that no review has taken up yet are its matter.
   *
   * @throws app.chancery.decisions.NoRuleMatched if a policy table has no answer
   */
  public void assess(long review) {
    Review held = register.get(review);
    shifts.takeUp(held.programme(), review);
    packs.save(review, pack(held));
  }

  /** Prepares the pack anew, if it was prepared already. */
  public void refresh(long review) {
    if (packs.find(review).isPresent()) {
      assess(review);
    }
  }

  private Pack pack(Review review) {
    String programme = review.programme();
    LocalDate today = calendar.dayAt(clock.instant());
    Programme state = programmes.get(programme);
    Dossier dossier = dossiers.of(programme, today);
    Assessment assessment = tiering.assess(dossier);
    Assessment byTheirTime = readiness.byTheirTime(dossier, assessment);
    Optional<Pack> last = lastPack(review);
    OffsetDateTime nextReview = nextReview(review);
    List<Milestone> plan = milestones.of(programme);
    List<Pack.AssuranceLine> runningOut =
        progress.runningOut(programme, today, nextReview.toLocalDate());
    Evidence evidence =
        new Evidence(
            PlanProgress.daysLate(plan, today),
            ReadinessToday.capped(assessment, byTheirTime, state.tier(), "interoperability"),
            ReadinessToday.change(
                assessment.scores().interoperability(),
                last.map(pack -> pack.tier().scores().interoperability())),
            ReadinessToday.capped(assessment, byTheirTime, state.tier(), "domestic-support"),
            ReadinessToday.change(
                assessment.scores().domesticSupport(),
                last.map(pack -> pack.tier().scores().domesticSupport())),
            progress.cover(programme, today, runningOut.size()),
            worst(review, true),
            progress.overrunDays(programme, today),
            isBriefApproved(programme),
            dossier.propagandaExposure().word());
    List<Pack.DimensionLine> dimensions = judgement.colours(evidence, last);
    Pack.TierToday tier = readiness.tierToday(state, assessment, byTheirTime);
    return new Pack(
        today,
        period(review),
        nextReview,
        plan.stream().map(milestone -> PlanProgress.line(milestone, today)).toList(),
        progress.activityLines(programme, period(review)),
        tier,
        ReadinessToday.indicatorLines(dossier, last),
        newFigures.since(programme, last, assessment),
        dimensions,
        runningOut,
        risks(plan, evidence, dossier.propagandaExposure(), oppositionChecks.latest(programme)),
        riskRegister.of(dimensions),
        judgement.suggestion(
            state.status() == Programme.Status.SUSPENDED,
            worst(review, false),
            dimensions,
            last.map(Pack::reds).orElse(0),
            tier.trend(),
            evidence.daysLate(),
            reviewsSinceSuspension(programme)));
  }

  // ---------------------------------------------------------------- the calendar

  /** A quarterly review looks back on the quarter before; another one on the current quarter. */
  private Quarter period(Review review) {
    return review.kind() == Review.Kind.QUARTERLY
        ? review.quarter().previous()
        : calendar.quarterAt(review.openedAt().toInstant());
  }

  private OffsetDateTime nextReview(Review review) {
    Quarter current = calendar.quarterAt(clock.instant());
    boolean currentIsAhead =
        review.kind() != Review.Kind.QUARTERLY
            && calendar.openingOf(current).toInstant().isAfter(clock.instant());
    return calendar.openingOf(currentIsAhead ? current : current.next());
  }

  private Optional<Pack> lastPack(Review review) {
    return register.of(review.programme()).stream()
        .filter(earlier -> earlier.id() < review.id())
        .filter(earlier -> earlier.kind() == Review.Kind.QUARTERLY)
        .sorted(Comparator.comparing(Review::id).reversed())
        .flatMap(earlier -> packs.find(earlier.id()).stream())
        .findFirst();
  }

  private int reviewsSinceSuspension(String programme) {
    List<Review> held =
        register.of(programme).stream()
            .filter(review -> review.status() == Review.Status.HELD)
            .toList();
    return (int)
        held.stream()
            .filter(review -> review.kind() == Review.Kind.QUARTERLY)
            .filter(
                review ->
                    held.stream()
                        .anyMatch(
                            other ->
                                other.decision() == CommitteeDecision.SUSPEND
                                    && other.decidedAt().isBefore(review.decidedAt())))
            .count();
  }

  // ---------------------------------------------------------------- conditions and risks

  private String worst(Review review, boolean securityOnly) {
    return shifts.takenUpBy(review.id()).stream()
        .filter(shift -> !securityOnly || shift.kind() == ConditionShift.Kind.SECURITY)
        .map(ConditionShift::severity)
        .max(Comparator.naturalOrder())
        .map(ConditionShift.Severity::word)
        .orElse("none");
  }

  private boolean isBriefApproved(String programme) {
    return deliverables
        .latest(programme, DeliverableKind.MEDIA_BRIEF)
        .filter(Deliverable::isApproved)
        .isPresent();
  }

  /** The guide's three pitfalls have a place each, open or not. */
  private static List<Pack.Risk> risks(
      List<Milestone> plan,
      Evidence evidence,
      PropagandaExposure exposure,
      Optional<OppositionCheck> check) {
    List<String> unmet =
        plan.stream()
            .filter(Milestone::interoperability)
            .filter(milestone -> !milestone.isMet())
            .map(Milestone::name)
            .toList();
    boolean exposed = exposure != PropagandaExposure.LOW;
    return List.of(
        new Pack.Risk(
            "Forces that cannot work together",
            evidence.isInteroperabilityCapped() || !unmet.isEmpty(),
            unmet.isEmpty()
                ? "every interoperability milestone is met"
                : "not met yet: " + String.join(", ", unmet)),
        new Pack.Risk(
            "Opposition at home",
            evidence.isSupportCapped()
                || check.filter(last -> last.finding() == OppositionFinding.BLOCKING).isPresent(),
            "%s; support changed by %d points since the last review"
                .formatted(
                    check
                        .map(last -> last.finding().word() + " on " + last.checkedOn())
                        .orElse("not checked yet"),
                    evidence.supportChange())),
        new Pack.Risk(
            "Hostile propaganda unanswered",
            exposed && !evidence.briefApproved(),
            evidence.briefApproved()
                ? "the media brief with its counter-narratives is approved"
                : "no media brief is approved; exposure is " + exposure.word()));
  }
}
