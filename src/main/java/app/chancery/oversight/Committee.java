package app.chancery.oversight;

import app.chancery.engagement.Mandate;
import app.chancery.engagement.Mandates;
import app.chancery.integration.Milestone;
import app.chancery.integration.Progress;
import app.chancery.platform.briefing.LateTask;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Reminders;
import app.chancery.programme.Step;
import app.chancery.programme.TerminationDecided;
import app.chancery.programme.WorkRestarted;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The oversight committee: what it decides in a review, and what that does to the programme. */
@Service
public class Committee {

  private final ReviewRegister register;
  private final ReviewPlans plans;
  private final Packs packs;
  private final ReviewCalendar calendar;
  private final OversightProcess process;
  private final Programmes programmes;
  private final Progress progress;
  private final Mandates mandates;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final Reminders reminders;
  private final Author author;
  private final Clock clock;
  private final Days days;
  private final ApplicationEventPublisher events;

  Committee(
      ReviewRegister register,
      ReviewPlans plans,
      Packs packs,
      ReviewCalendar calendar,
      OversightProcess process,
      Programmes programmes,
      Progress progress,
      Mandates mandates,
      DecisionRecords decisions,
      Notices notices,
      Reminders reminders,
      Author author,
      Clock clock,
      Days days,
      ApplicationEventPublisher events) {
    this.register = register;
    this.plans = plans;
    this.packs = packs;
    this.calendar = calendar;
    this.process = process;
    this.programmes = programmes;
    this.progress = progress;
    this.mandates = mandates;
    this.decisions = decisions;
    this.notices = notices;
    this.reminders = reminders;
    this.author = author;
    this.clock = clock;
    this.days = days;
    this.events = events;
  }

  /**
   * Takes the committee's decision down; all Allies are told.
   *
   * @param changes one milestone a line ({@code name | target | date}); only for the decision to
   *     adjust milestones
   * @param work what becomes of the work in hand; only for the decision to move the tier
   * @throws app.chancery.platform.refusal.Refused naming everything that forbids it; fields {@code
   *     decision}, {@code reasons}, {@code milestoneChanges}
   * @throws app.chancery.platform.refusal.Conflict if the review is not open any more
   */
  public void decide(
      long id, CommitteeDecision decision, String reasons, List<String> changes, WorkInHand work) {
    Review review = register.get(id);
    // A shift that is reported at this moment joins the review before, or opens the next one.
    Optional<ReviewPlans.Plan> plan = plans.lock(review.programme());
    Programme programme = programmes.get(review.programme());
    Faults faults = new Faults();
    faults.check(!reasons.isBlank(), "reasons", Words.of("form.required"));
    faults.check(
        !decision.changesTheWork() || plan.isEmpty() || !isLeaving(plan.get()),
        "decision",
        Words.of("committee.anotherReviewHasEndedThis"));
    checkState(programme, decision, faults);
    checkTier(programme, decision, id, faults);
    List<MilestoneChange> adjusted = changes(review, decision, changes, faults);
    faults.refuseIfAny();
    LocalDate today = today();
    register.decided(
        id,
        decision,
        reasons,
        String.join("\n", adjusted.stream().map(Committee::line).toList()),
        author.name(),
        OffsetDateTime.now(clock),
        today.isAfter(review.decideBy()));
    if (decision.movesTier()) {
      register.workInHand(id, work);
    }
    if (decision == CommitteeDecision.TERMINATE) {
      events.publishEvent(new TerminationDecided(programme.key()));
      if (programme.status() == Programme.Status.SUSPENDED) {
        // What stands still could not be ended in good order.
        process.workRestarted(programme.key());
      }
    }
    String decided =
        decision.movesTier()
            ? Words.of("committee.theWorkInHandIs").formatted(decision.word(), work.word())
            : decision.word();
    String what = review.title() + ": " + decided;
    if (decision == CommitteeDecision.TERMINATE) {
      decisions.recordEnd(programme.key(), Step.OVERSIGHT.folder(), what, reasons);
    } else {
      decisions.record(programme.key(), Step.OVERSIGHT.folder(), what, reasons);
    }
    notices.tellAllAllies(
        Message.of(
            NoticeKind.REVIEW_DECIDED,
            programme.key(),
            Step.OVERSIGHT.folder(),
            NoticePlace.programme(),
            review.title(),
            decided,
            reasons));
  }

  /** The milestones change as the committee decided in this review. */
  public void adjustMilestones(long id) {
    Review review = register.get(id);
    Faults faults = new Faults();
    List<MilestoneChange> changes =
        MilestoneChange.parse(
            register.milestoneChanges(id).lines().toList(),
            progress.milestones(review.programme()),
            today(),
            faults);
    faults.refuseIfAny();
    changes.forEach(
        change ->
            progress.adjust(change.milestone(), change.target(), change.dueOn(), review.reasons()));
  }

  /** The work on the programme stands still; its reviews go on. */
  public void suspend(long id) {
    Review review = register.get(id);
    programmes.suspend(review.programme(), review.reasons());
    process.programmeSuspended(review.programme());
  }

  /**
   * The programme goes on; every date of its work is later by the time it stood still, up to a full
   * minute: deadlines are told in minutes.
   */
  public void resume(long id) {
    Review review = register.get(id);
    Duration suspended = fullMinutes(Duration.between(suspendedAt(review), review.decidedAt()));
    programmes.resume(review.programme());
    process.workPostponed(review.programme(), suspended);
    if (suspended.toDays() > 0) {
      progress.milestones(review.programme()).stream()
          .filter(milestone -> !milestone.isMet())
          .forEach(milestone -> postpone(review, milestone, suspended.toDays()));
    }
  }

  private static Duration fullMinutes(Duration time) {
    Duration full = time.truncatedTo(ChronoUnit.MINUTES);
    return full.equals(time) ? full : full.plusMinutes(1);
  }

  /** Tasks and timers of the work are live again, unless it was suspended again meanwhile. */
  public void restartWork(long id) {
    String programme = register.get(id).programme();
    if (programmes.get(programme).status() != Programme.Status.SUSPENDED) {
      process.workRestarted(programme);
      events.publishEvent(new WorkRestarted(programme));
    }
  }

  /**
   * The next design of the package starts from the tier that the committee decided on; it begins
   * now if the work in hand is carried on.
   */
  public void mandateTier(long id) {
    Review review = register.get(id);
    Tier tier = target(programmes.get(review.programme()).tier(), review.decision());
    mandates.give(review.programme(), tier, review.reasons(), Mandate.Origin.OVERSIGHT_COMMITTEE);
    if (register.isWorkCarriedOn(id)) {
      process.redesignBeside(review.programme());
    }
  }

  /** Reminds of a review that is to be decided. */
  public void remind(long id, LateTask decision) {
    Review review = register.get(id);
    reminders.remind(
        decision,
        heading(review),
        Words.of("notice.decisionDue").formatted(Dates.words(review.decideBy())));
  }

  /** Tells those above that a review was not decided in time. */
  public void escalate(long id, LateTask decision) {
    Review review = register.get(id);
    reminders.escalate(
        decision,
        heading(review),
        Words.of("notice.decisionLate").formatted(Dates.words(review.decideBy())));
  }

  private String heading(Review review) {
    return Words.of("notice.reviewOf")
        .formatted(review.title(), programmes.get(review.programme()).called());
  }

  /**
   * Whether another review of the same oversight has ended this work, or sent it back to the
   * design: that takes effect in the next moments, or when what failed of it is tried again.
   */
  private boolean isLeaving(ReviewPlans.Plan plan) {
    return register.of(plan.programme()).stream()
        .filter(each -> each.decidedAt() != null)
        .filter(each -> each.decidedAt().toInstant().isAfter(plan.watchedSince()))
        .anyMatch(
            each ->
                each.decision() == CommitteeDecision.TERMINATE
                    || each.decision().movesTier() && !register.isWorkCarriedOn(each.id()));
  }

  private void checkState(Programme programme, CommitteeDecision decision, Faults faults) {
    boolean suspended = programme.status() == Programme.Status.SUSPENDED;
    if (decision == CommitteeDecision.RESUME) {
      faults.check(suspended, "decision", Words.of("committee.onlyASuspendedProgrammeCanBe"));
    } else if (decision == CommitteeDecision.SUSPEND) {
      faults.check(!suspended, "decision", Words.of("committee.theProgrammeIsSuspendedAlready"));
    } else if (decision.movesTier()) {
      faults.check(!suspended, "decision", Words.of("committee.theProgrammeIsSuspendedResumeIt"));
      faults.check(
          !process.isRedesigning(programme.key()),
          "decision",
          Words.of("committee.theTierIsBeingMovedAlready"));
    }
  }

  private void checkTier(
      Programme programme, CommitteeDecision decision, long review, Faults faults) {
    Tier tier = programme.tier();
    if (!decision.movesTier()
        || !faults.check(
            tier != null, "decision", Words.of("committee.theProgrammeHasNoTierYet"))) {
      return;
    }
    if (decision == CommitteeDecision.MOVE_TIER_DOWN) {
      faults.check(
          tier != Tier.STRATEGIC_PARTNER,
          "decision",
          Words.of("committee.thereIsNoTierBelowStrategic"));
    } else if (faults.check(
        tier != Tier.FULL_CANDIDATE, "decision", Words.of("committee.thereIsNoTierAboveFull"))) {
      packs
          .find(review)
          .map(Pack::tier)
          .filter(today -> today.ceiling().isBelow(target(tier, decision)))
          .ifPresent(
              today ->
                  faults.add(
                      "decision",
                      Words.of("committee.theTierCannotMoveUp")
                          .formatted(String.join(" ", today.caps()))));
    }
  }

  private List<MilestoneChange> changes(
      Review review, CommitteeDecision decision, List<String> lines, Faults faults) {
    if (decision != CommitteeDecision.ADJUST_MILESTONES) {
      return List.of();
    }
    int before = faults.list().size();
    List<MilestoneChange> changes =
        MilestoneChange.parse(lines, progress.milestones(review.programme()), today(), faults);
    faults.check(
        !changes.isEmpty() || faults.list().size() > before,
        MilestoneChange.FIELD,
        Words.of("committee.changeAtLeastOneMilestoneOr"));
    return changes;
  }

  private OffsetDateTime suspendedAt(Review resumption) {
    return register.of(resumption.programme()).stream()
        .filter(review -> review.decision() == CommitteeDecision.SUSPEND)
        .map(Review::decidedAt)
        .max(Comparator.naturalOrder())
        .orElse(resumption.decidedAt());
  }

  private void postpone(Review review, Milestone milestone, long days) {
    LocalDate later = milestone.dueOn().plusDays(days);
    progress.adjust(
        milestone,
        milestone.target(),
        later.isBefore(today()) ? today() : later,
        Words.counted("milestone.suspended", days) + " " + review.reasons());
  }

  private LocalDate today() {
    return days.today();
  }

  private static Tier target(Tier tier, CommitteeDecision decision) {
    int step = decision == CommitteeDecision.MOVE_TIER_UP ? 1 : -1;
    return Tier.values()[tier.ordinal() + step];
  }

  private static String line(MilestoneChange change) {
    return MilestoneChange.line(change.milestone().name(), change.target(), change.dueOn());
  }
}
