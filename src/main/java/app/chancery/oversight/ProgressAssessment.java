package app.chancery.oversight;

import app.chancery.integration.Assurance;
import app.chancery.integration.Milestone;
import app.chancery.integration.OppositionCheck;
import app.chancery.integration.OppositionFinding;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.readiness.Assessment;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.PropagandaExposure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * Prepares the pack of a review from what is recorded. It judges by the policy tables and changes
 * nothing: above all, it re-tiers nobody.
 */
@Service
public class ProgressAssessment {

  private final ReviewRegister register;
  private final ReviewPlans plans;
  private final DueReviews due;
  private final Packs packs;
  private final ConditionShiftRegister shifts;
  private final ReviewCalendar calendar;
  private final Judgement judgement;
  private final RiskRegister riskRegister;
  private final Policies policies;
  private final Clock clock;
  private final Days days;

  ProgressAssessment(
      ReviewRegister register,
      ReviewPlans plans,
      DueReviews due,
      Packs packs,
      ConditionShiftRegister shifts,
      ReviewCalendar calendar,
      Judgement judgement,
      RiskRegister riskRegister,
      Policies policies,
      Clock clock,
      Days days) {
    this.register = register;
    this.plans = plans;
    this.due = due;
    this.packs = packs;
    this.shifts = shifts;
    this.calendar = calendar;
    this.judgement = judgement;
    this.riskRegister = riskRegister;
    this.policies = policies;
    this.clock = clock;
    this.days = days;
  }

  /**
   * Prepares the pack of an open review; shifts that no review has taken up yet are its matter.
   *
   * @throws app.chancery.platform.decisions.NoRuleMatched if a policy table has no answer
   */
  public void assess(long review) {
    Review held = due.takeOpened(review).orElseGet(() -> lock(register.get(review)));
    Standing standing = due.takeStanding(held);
    if (standing.shifts().stream().anyMatch(shift -> shift.review() == null)) {
      shifts.takeUp(held.programme(), review);
    }
    due.assessed(held, pack(held, standing));
  }

  /** A shift that is reported at this moment is in the pack, or has it prepared anew. */
  private Review lock(Review review) {
    plans.lock(review.programme());
    return review;
  }

  /** Prepares the pack anew, if it was prepared already. */
  public void refresh(long review) {
    if (packs.find(review).isPresent()) {
      assess(review);
    }
  }

  private Pack pack(Review review, Standing standing) {
    LocalDate today = days.today();
    Tier now = standing.programme().tier();
    Dossier dossier = standing.filed().dossier().assessedOn(today);
    Policy policy = policies.in(standing.programme().policy());
    Assessment assessment = policy.tiering().assess(dossier);
    Assessment byTheirTime = ReadinessToday.byTheirTime(dossier, assessment, policy.tiering());
    Optional<Pack> last = standing.lastPack();
    List<Pack.IndicatorLine> lastFigures = last.map(Pack::indicators).orElse(List.of());
    Optional<Scores> before = ReadinessToday.before(dossier, lastFigures, policy.tiering());
    OffsetDateTime nextReview = nextReview(review);
    List<Milestone> plan = standing.work().milestones();
    List<Assurance> inForce =
        standing.work().assurances().stream().filter(each -> each.isInForce(today)).toList();
    List<Pack.AssuranceLine> runningOut = PlanProgress.runningOut(inForce, days.of(nextReview));
    List<ConditionShift> taken =
        standing.shifts().stream()
            .filter(shift -> shift.review() == null || shift.review() == review.id())
            .toList();
    Evidence evidence =
        new Evidence(
            PlanProgress.daysLate(plan, today),
            ReadinessToday.capped(assessment, byTheirTime, now, "interoperability"),
            ReadinessToday.change(
                byTheirTime.scores().interoperability(), before.map(Scores::interoperability)),
            ReadinessToday.capped(assessment, byTheirTime, now, "domestic-support"),
            ReadinessToday.change(
                byTheirTime.scores().domesticSupport(), before.map(Scores::domesticSupport)),
            PlanProgress.cover(inForce.size(), runningOut.size()),
            worst(taken.stream().filter(shift -> shift.kind() == ConditionShift.Kind.SECURITY)),
            PlanProgress.overrunDays(standing.work().phases(), today),
            standing.briefApproved(),
            dossier.propagandaExposure().code());
    List<Pack.DimensionLine> dimensions = judgement.colours(evidence, last);
    Pack.TierToday tier = ReadinessToday.tierToday(standing, assessment, byTheirTime);
    return new Pack(
        today,
        period(review),
        nextReview,
        plan.stream().map(milestone -> PlanProgress.line(milestone, today)).toList(),
        PlanProgress.activityLines(
            standing.work().activities(), standing.work().exerciseDays(), period(review)),
        tier,
        ReadinessToday.indicatorLines(dossier, lastFigures),
        NewFigures.since(standing, assessment),
        dimensions,
        runningOut,
        risks(plan, evidence, dossier.propagandaExposure(), standing.work().oppositionCheck()),
        riskRegister.of(dimensions),
        judgement.suggestion(
            standing.programme().status() == Programme.Status.SUSPENDED,
            worst(taken.stream()),
            dimensions,
            last.map(Pack::reds).orElse(0),
            tier.trend(),
            evidence.daysLate(),
            reviewsSinceSuspension(standing.reviews()),
            PlanProgress.open(plan)));
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

  static int reviewsSinceSuspension(List<Review> reviews) {
    List<Review> held =
        reviews.stream().filter(review -> review.status() == Review.Status.HELD).toList();
    // Of an earlier one the programme has recovered.
    return held.stream()
        .filter(review -> review.decision() == CommitteeDecision.SUSPEND)
        .map(Review::decidedAt)
        .max(Comparator.naturalOrder())
        .map(
            suspended ->
                (int)
                    held.stream()
                        .filter(review -> review.kind() == Review.Kind.QUARTERLY)
                        .filter(review -> suspended.isBefore(review.decidedAt()))
                        .count())
        .orElse(0);
  }

  // ---------------------------------------------------------------- conditions and risks

  private static String worst(Stream<ConditionShift> shifts) {
    return shifts
        .map(ConditionShift::severity)
        .max(Comparator.naturalOrder())
        .map(ConditionShift.Severity::code)
        .orElse("none");
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
            Words.of("progressAssessment.forcesThatCannotWorkTogether"),
            evidence.isInteroperabilityCapped() || !unmet.isEmpty(),
            unmet.isEmpty()
                ? Words.of("progressAssessment.everyInteroperabilityMilestoneIsMet")
                : Words.of("progressAssessment.notMetYet").formatted(String.join(", ", unmet))),
        new Pack.Risk(
            Words.of("progressAssessment.oppositionAtHome"),
            evidence.isSupportCapped()
                || check.filter(last -> last.finding() == OppositionFinding.BLOCKING).isPresent(),
            Words.of("progressAssessment.supportChangedByPointsSinceThe")
                .formatted(
                    check
                        .map(
                            last ->
                                Words.of("progressAssessment.on")
                                    .formatted(
                                        last.finding().word(), Dates.words(last.checkedOn())))
                        .orElse(Words.of("progressAssessment.notCheckedYet")),
                    evidence.supportChange())),
        new Pack.Risk(
            Words.of("progressAssessment.hostilePropagandaUnanswered"),
            exposed && !evidence.briefApproved(),
            evidence.briefApproved()
                ? Words.of("progressAssessment.theMediaBriefWithItsCounter")
                : Words.of("progressAssessment.noMediaBriefIsApprovedExposure")
                    .formatted(exposure.word())));
  }
}
