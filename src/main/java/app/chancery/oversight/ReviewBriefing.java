package app.chancery.oversight;

import app.chancery.integration.Progress;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Tier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the pack on the form of the committee's task. */
@Component
class ReviewBriefing implements TaskBriefing {

  private final Reviews reviews;
  private final ConditionShiftRegister shifts;
  private final ReviewCalendar calendar;
  private final Programmes programmes;
  private final Progress progress;
  private final OversightProcess process;
  private final Signatures signatures;

  ReviewBriefing(
      Reviews reviews,
      ConditionShiftRegister shifts,
      ReviewCalendar calendar,
      Programmes programmes,
      Progress progress,
      OversightProcess process,
      Signatures signatures) {
    this.reviews = reviews;
    this.shifts = shifts;
    this.calendar = calendar;
    this.programmes = programmes;
    this.progress = progress;
    this.process = process;
    this.signatures = signatures;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(DecisionDeadline.TASK);
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Review review = reviews.get(Long.parseLong(task.text("reviewId")));
    Pack pack = reviews.pack(review.id()).orElseThrow();
    Programme programme = programmes.get(review.programme());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("reviewTitle", review.title());
    facts.put("programmeName", programme.name());
    facts.put("occasion", occasion(review));
    facts.put("decideBy", review.decideBy());
    facts.put("standing", standing(programme));
    facts.put("suggestedDecision", pack.suggestion().decision().word());
    facts.put("suggestedCode", pack.suggestion().decision().code());
    facts.put("suggestedBecause", pack.suggestion().because());
    facts.put("suggestedRule", pack.suggestion().rule());
    facts.put("tierText", tierText(pack.tier()));
    facts.put("shifts", shiftRows(review));
    facts.put("dimensions", pack.dimensions().stream().map(ReviewBriefing::row).toList());
    facts.put("milestones", pack.milestones().stream().map(ReviewBriefing::row).toList());
    facts.put("activities", pack.activities().stream().map(ReviewBriefing::row).toList());
    facts.put("indicators", pack.indicators().stream().map(ReviewBriefing::row).toList());
    facts.put("newSince", pack.news().since());
    facts.put("newFigures", pack.news().values().stream().map(ReviewBriefing::row).toList());
    facts.put("newFiguresChange", String.join(" ", pack.news().changes()));
    facts.put("runningOut", pack.runningOut().stream().map(ReviewBriefing::row).toList());
    facts.put("risks", pack.risks().stream().map(ReviewBriefing::row).toList());
    facts.put("riskRegister", pack.riskRegister().stream().map(ReviewBriefing::row).toList());
    List<CommitteeDecision> possible = possible(programme);
    facts.put("possibleDecisions", possible.stream().map(ReviewBriefing::option).toList());
    // The programme may have changed since the pack suggested it.
    if (possible.contains(pack.suggestion().decision())) {
      facts.put("decision", pack.suggestion().decision().code());
    }
    facts.put("workInHand", WorkInHand.HELD.code());
    facts.put("milestoneChanges", unmetLines(review.programme()));
    return facts;
  }

  private String occasion(Review review) {
    return review.kind() == Review.Kind.QUARTERLY
        ? Words.of("reviewBriefing.itWasPlannedFor")
            .formatted(calendar.words(review.plannedFor().toInstant()))
        : Words.of("reviewBriefing.itWasOpenedAtOnceBecause");
  }

  private static String standing(Programme programme) {
    return programme.status() == Programme.Status.SUSPENDED
        ? Words.of("reviewBriefing.theProgrammeIsSuspended").formatted(programme.why())
        : Words.of("reviewBriefing.theProgrammeIsActive");
  }

  private static String tierText(Pack.TierToday tier) {
    return Words.of("reviewBriefing.theProgrammesTierIsTodaysFigures")
        .formatted(
            tier.now() == null ? Words.of("reviewBriefing.notSettled") : tier.now().word(),
            tier.today().word(),
            String.join(" ", tier.explanation()));
  }

  private List<Map<String, Object>> shiftRows(Review review) {
    return shifts.takenUpBy(review).stream()
        .map(
            shift ->
                Map.<String, Object>of(
                    "kind",
                    shift.kind().word(),
                    "severity",
                    shift.severity().word(),
                    "description",
                    shift.description(),
                    "source",
                    shift.source(),
                    "reported",
                    Words.of("reviewBriefing.by")
                        .formatted(
                            calendar.words(shift.reportedAt().toInstant()),
                            signatures.of(shift.reportedBy()))))
        .toList();
  }

  private static Map<String, Object> row(Pack.DimensionLine line) {
    return Map.of(
        "dimension",
        line.dimension().word(),
        "colour",
        line.colour().word(),
        "last",
        line.last() == null ? Words.of("reviewBriefing.noReviewBefore") : line.last().word(),
        "colourMark",
        line.colour().code(),
        "lastMark",
        line.last() == null ? "" : line.last().code(),
        "reason",
        line.reason());
  }

  private static Map<String, Object> row(Pack.MilestoneLine line) {
    return Map.of(
        "name",
        line.name(),
        "target",
        line.target(),
        "dueOn",
        line.dueOn().toString(),
        "state",
        line.state(),
        "evidence",
        line.evidence() == null ? Words.of("reviewBriefing.noneYet") : line.evidence());
  }

  private static Map<String, Object> row(Pack.ActivityLine line) {
    return Map.of(
        "kind",
        line.kind().word(),
        "planned",
        line.planned() == null ? Words.of("reviewBriefing.notScheduled") : line.planned(),
        "thisPeriod",
        line.thisPeriod(),
        "lastPeriod",
        line.lastPeriod());
  }

  private static Map<String, Object> row(Pack.IndicatorLine line) {
    return Map.of(
        "name",
        line.name().label(),
        "value",
        line.name().said(line.value()),
        "asOf",
        line.asOf().toString(),
        "before",
        line.before() == null
            ? Words.of("reviewBriefing.noReviewBefore")
            : line.name().said(line.before()));
  }

  private static Map<String, Object> row(Pack.NewValue line) {
    return Map.of(
        "name",
        line.name(),
        "value",
        line.value(),
        "before",
        line.before() == null ? Words.of("reviewBriefing.none") : line.before(),
        "asOf",
        line.asOf().toString(),
        "source",
        line.source(),
        "effect",
        line.effect());
  }

  private static Map<String, Object> row(Pack.AssuranceLine line) {
    return Map.of("text", line.text(), "until", line.until().toString());
  }

  private static Map<String, Object> row(Pack.RatedRisk risk) {
    return Map.of(
        "risk",
        risk.risk(),
        "score",
        "%s, %s".formatted(risk.rating(), risk.change()),
        "plan",
        risk.answer(),
        "owner",
        risk.ownerInWords());
  }

  private static Map<String, Object> row(Pack.Risk risk) {
    return Map.of(
        "pitfall",
        risk.pitfall(),
        "open",
        risk.open() ? Words.of("reviewBriefing.yes") : Words.of("reviewBriefing.no"),
        "state",
        risk.state());
  }

  /** What the programme's state allows; the caps of the tier are checked when it is submitted. */
  private List<CommitteeDecision> possible(Programme programme) {
    boolean suspended = programme.status() == Programme.Status.SUSPENDED;
    boolean tierCanMove = !suspended && !process.isRedesigning(programme.key());
    return Arrays.stream(CommitteeDecision.values())
        .filter(decision -> decision != CommitteeDecision.RESUME || suspended)
        .filter(decision -> decision != CommitteeDecision.SUSPEND || !suspended)
        .filter(decision -> !decision.movesTier() || tierCanMove)
        .filter(
            decision ->
                decision != CommitteeDecision.MOVE_TIER_UP
                    || programme.tier() != Tier.FULL_CANDIDATE)
        .filter(
            decision ->
                decision != CommitteeDecision.MOVE_TIER_DOWN
                    || programme.tier() != Tier.STRATEGIC_PARTNER)
        .toList();
  }

  private static Map<String, Object> option(CommitteeDecision decision) {
    return Map.of("label", decision.word(), "value", decision.code());
  }

  private String unmetLines(String programme) {
    return progress.milestones(programme).stream()
        .filter(milestone -> !milestone.isMet())
        .map(MilestoneChange::unchanged)
        .collect(Collectors.joining("\n"));
  }
}
