package app.chancery.oversight;

import app.chancery.deliverables.Deliverable;
import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.dossier.Dossier;
import app.chancery.dossier.Dossiers;
import app.chancery.dossier.Indicator;
import app.chancery.dossier.PropagandaExposure;
import app.chancery.engagement.Assessment;
import app.chancery.engagement.Cap;
import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.engagement.Tiering;
import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.ActivityKind;
import app.chancery.integration.Assurances;
import app.chancery.integration.ExerciseSchedule;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.integration.OppositionCheck;
import app.chancery.integration.OppositionChecks;
import app.chancery.integration.OppositionFinding;
import app.chancery.integration.Phase;
import app.chancery.integration.Phases;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Tier;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
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
  private final NewFigures newFigures;
  private final Packages packages;
  private final Milestones milestones;
  private final Activities activities;
  private final Assurances assurances;
  private final Phases phases;
  private final ExerciseSchedule schedule;
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
      NewFigures newFigures,
      Packages packages,
      Milestones milestones,
      Activities activities,
      Assurances assurances,
      Phases phases,
      ExerciseSchedule schedule,
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
    this.newFigures = newFigures;
    this.packages = packages;
    this.milestones = milestones;
    this.activities = activities;
    this.assurances = assurances;
    this.phases = phases;
    this.schedule = schedule;
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
    Assessment byTheirTime = byTheirTime(dossier, assessment);
    Optional<Pack> last = lastPack(review);
    OffsetDateTime nextReview = nextReview(review);
    List<Milestone> plan = milestones.of(programme);
    List<Pack.AssuranceLine> runningOut = runningOut(programme, today, nextReview.toLocalDate());
    Evidence evidence =
        new Evidence(
            daysLate(plan, today),
            capped(assessment, byTheirTime, state.tier(), "interoperability"),
            change(
                assessment.scores().interoperability(),
                last.map(pack -> pack.tier().scores().interoperability())),
            capped(assessment, byTheirTime, state.tier(), "domestic-support"),
            change(
                assessment.scores().domesticSupport(),
                last.map(pack -> pack.tier().scores().domesticSupport())),
            cover(assurances.inForce(programme, today).size(), runningOut.size()),
            worst(review, true),
            overrunDays(programme, today),
            isBriefApproved(programme),
            dossier.propagandaExposure().word());
    List<Pack.DimensionLine> dimensions = judgement.colours(evidence, last);
    Pack.TierToday tier = tierToday(state, assessment, byTheirTime);
    return new Pack(
        today,
        period(review),
        nextReview,
        plan.stream().map(milestone -> line(milestone, today)).toList(),
        activityLines(programme, period(review)),
        tier,
        indicatorLines(dossier, last),
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

  // ---------------------------------------------------------------- the plan

  private static Pack.MilestoneLine line(Milestone milestone, LocalDate today) {
    return new Pack.MilestoneLine(
        milestone.name(),
        milestone.target(),
        milestone.plannedFor(),
        milestone.dueOn(),
        state(milestone, today),
        milestone.evidence());
  }

  private static String state(Milestone milestone, LocalDate today) {
    if (milestone.isMet()) {
      return "met on %s%s".formatted(milestone.metOn(), milestone.isMetOnTime() ? "" : ", late");
    }
    long days = ChronoUnit.DAYS.between(today, milestone.dueOn());
    return days < 0 ? "overdue by %d days".formatted(-days) : "due in %d days".formatted(days);
  }

  private static int daysLate(List<Milestone> plan, LocalDate today) {
    return plan.stream()
        .filter(milestone -> milestone.isOverdue(today))
        .mapToInt(milestone -> (int) ChronoUnit.DAYS.between(milestone.dueOn(), today))
        .max()
        .orElse(0);
  }

  private int overrunDays(String programme, LocalDate today) {
    return phases.of(programme).stream()
        .filter(Phase::isRunning)
        .mapToInt(phase -> (int) ChronoUnit.DAYS.between(phase.plannedTo(), today))
        .map(days -> Math.max(0, days))
        .max()
        .orElse(0);
  }

  private List<Pack.ActivityLine> activityLines(String programme, Quarter period) {
    List<Activity> held = activities.of(programme);
    return Arrays.stream(ActivityKind.values())
        .map(
            kind ->
                new Pack.ActivityLine(
                    kind.word(),
                    kind == ActivityKind.EXERCISE ? planned(programme, period) : null,
                    count(held, kind, period),
                    count(held, kind, period.previous())))
        .toList();
  }

  private int planned(String programme, Quarter period) {
    return (int)
        schedule.of(programme).stream()
            .filter(exercise -> Quarter.of(exercise.plannedOn()).equals(period))
            .count();
  }

  private static int count(List<Activity> held, ActivityKind kind, Quarter quarter) {
    return (int)
        held.stream()
            .filter(activity -> activity.kind() == kind)
            .filter(activity -> Quarter.of(activity.date()).equals(quarter))
            .count();
  }

  private List<Pack.AssuranceLine> runningOut(
      String programme, LocalDate today, LocalDate nextReview) {
    return assurances.inForce(programme, today).stream()
        .filter(assurance -> assurance.inForceUntil().isBefore(nextReview))
        .map(assurance -> new Pack.AssuranceLine(assurance.text(), assurance.inForceUntil()))
        .toList();
  }

  private static String cover(int inForce, int runningOut) {
    if (inForce == 0) {
      return "none";
    }
    if (runningOut == 0) {
      return "hold";
    }
    return runningOut == inForce ? "all run out" : "some run out";
  }

  // ---------------------------------------------------------------- readiness today

  private Pack.TierToday tierToday(Programme state, Assessment assessment, Assessment byTheirTime) {
    return new Pack.TierToday(
        state.tier(),
        assessment.tier(),
        assessment.ceiling(),
        trend(state, assessment, byTheirTime),
        assessment.scores(),
        assessment.caps().stream().map(Cap::because).toList(),
        assessment.explanation());
  }

  private String trend(Programme state, Assessment assessment, Assessment byTheirTime) {
    if (state.tier() == null) {
      return "same";
    }
    if (assessment.tier().isBelow(state.tier())) {
      return byTheirTime.tier().isBelow(state.tier()) ? "lower" : "stale";
    }
    // Staff or council may have chosen a lower tier than the figures gave; only a rise beyond what
    // was on the table then is news.
    Tier known =
        packages
            .endorsed(state.key())
            .map(EngagementPackage::proposedTier)
            .filter(state.tier()::isBelow)
            .orElse(state.tier());
    return known.isBelow(assessment.tier()) ? "higher" : "same";
  }

  /** What the figures would give, were none of them too old. */
  private Assessment byTheirTime(Dossier dossier, Assessment today) {
    if (today.stale().isEmpty()) {
      return today;
    }
    return dossier.indicators().values().stream()
        .map(Indicator::asOf)
        .max(Comparator.naturalOrder())
        .map(day -> tiering.assess(dossier.assessedOn(day)))
        .orElse(today);
  }

  private static String capped(Assessment today, Assessment byTheirTime, Tier tier, String rule) {
    if (bites(byTheirTime, tier, rule)) {
      return Evidence.CAPPED;
    }
    return bites(today, tier, rule) ? "by old figures" : "no";
  }

  private static boolean bites(Assessment assessment, Tier tier, String rule) {
    return tier != null
        && assessment.caps().stream()
            .anyMatch(cap -> cap.rule().equals(rule) && cap.limitsTo().isBelow(tier));
  }

  private static int change(int now, Optional<Integer> before) {
    return before.map(score -> now - score).orElse(0);
  }

  private static List<Pack.IndicatorLine> indicatorLines(Dossier dossier, Optional<Pack> last) {
    return dossier.indicators().values().stream()
        .sorted(Comparator.comparing(Indicator::name))
        .map(
            indicator ->
                new Pack.IndicatorLine(
                    indicator.name().label(),
                    indicator.value(),
                    indicator.asOf(),
                    before(indicator, last)))
        .toList();
  }

  private static String before(Indicator indicator, Optional<Pack> last) {
    return last.stream()
        .flatMap(pack -> pack.indicators().stream())
        .filter(line -> line.name().equals(indicator.name().label()))
        .map(Pack.IndicatorLine::value)
        .findFirst()
        .orElse(null);
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
