package app.chancery.oversight;

import static app.chancery.documents.Document.row;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.integration.Progress;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Compiles the report of a review from its pack and the committee's decision. */
@Service
public class OversightReport {

  private final ReviewRegister register;
  private final ReviewPlans plans;
  private final Packs packs;
  private final ConditionShiftRegister shifts;
  private final ReviewCalendar calendar;
  private final Days days;
  private final Trends trends;
  private final RiskRegister riskRegister;
  private final Progress progress;
  private final Programmes programmes;
  private final Deliverables deliverables;
  private final Signatures signatures;

  OversightReport(
      ReviewRegister register,
      ReviewPlans plans,
      Packs packs,
      ConditionShiftRegister shifts,
      ReviewCalendar calendar,
      Days days,
      Trends trends,
      RiskRegister riskRegister,
      Progress progress,
      Programmes programmes,
      Deliverables deliverables,
      Signatures signatures) {
    this.register = register;
    this.plans = plans;
    this.packs = packs;
    this.shifts = shifts;
    this.calendar = calendar;
    this.days = days;
    this.trends = trends;
    this.riskRegister = riskRegister;
    this.progress = progress;
    this.programmes = programmes;
    this.deliverables = deliverables;
    this.signatures = signatures;
  }

  /** Issues the report of a review that was held. */
  public void issue(long id) {
    Review review = register.get(id);
    // Two reviews may have been decided at the same moment: their reports take one version each.
    plans.lock(review.programme());
    deliverables.issue(
        review.programme(), DeliverableKind.OVERSIGHT_REPORT, document(review, pack(id)));
  }

  private Pack pack(long id) {
    return packs
        .find(id)
        .orElseThrow(() -> new IllegalStateException("Review " + id + " has no pack"));
  }

  private Document document(Review review, Pack pack) {
    Programme programme = programmes.get(review.programme());
    return Document.titled(
            Words.of("oversightReport.oversightReport").formatted(programme.name()),
            Words.of("oversightReport.theCommitteeDecided")
                .formatted(review.title(), colours(pack), review.decision().word()))
        .with(control(review, programme))
        .with(status(pack))
        .with(thisPeriod(review, pack))
        .with(trends(review, pack))
        .with(risks(pack))
        .with(nextPeriod(review, pack))
        .with(decisions(review, pack));
  }

  private static String colours(Pack pack) {
    return Words.of("oversightReport.ofDimensions")
        .formatted(
            pack.dimensions().size(),
            Stream.of(Colour.RED, Colour.AMBER, Colour.GREEN)
                .map(
                    colour ->
                        "%s %s"
                            .formatted(
                                pack.dimensions().stream()
                                    .filter(line -> line.colour() == colour)
                                    .count(),
                                colour.word()))
                .collect(Collectors.joining(", ")));
  }

  private Section control(Review review, Programme programme) {
    return Section.headed(Words.of("oversightReport.documentControl"))
        .fact(
            Words.of("oversightReport.programme"),
            "%s (%s)".formatted(programme.name(), programme.key()))
        .fact(Words.of("oversightReport.review"), review.title())
        .fact(Words.of("oversightReport.occasion"), review.kind().word())
        .fact(
            Words.of("oversightReport.plannedFor"),
            moment(review.plannedFor(), Words.of("oversightReport.atOnce")))
        .fact(Words.of("oversightReport.opened"), moment(review.openedAt(), ""))
        .fact(Words.of("oversightReport.decisionDueBy"), calendar.words(review.decideBy()))
        .fact(
            Words.of("oversightReport.decided"),
            moment(review.decidedAt(), "")
                + (review.heldLate() ? Words.of("oversightReport.late") : ""))
        .fact(Words.of("oversightReport.decidedBy"), signatures.of(review.decidedBy()));
  }

  private static Section status(Pack pack) {
    return Section.headed(Words.of("oversightReport.status"))
        .saying(Words.of("oversightReport.redTheAimIsAtSerious"))
        .table(
            Words.of("oversightReport.statusOfEachDimension"),
            List.of(
                Words.of("oversightReport.dimension"),
                Words.of("oversightReport.lastReview"),
                Words.of("oversightReport.now"),
                Words.of("oversightReport.change"),
                Words.of("oversightReport.reason")),
            pack.dimensions(),
            line ->
                row(
                    line.dimension().word(),
                    line.last() == null
                        ? Words.of("oversightReport.noReviewBefore")
                        : line.last().word(),
                    line.colour().word(),
                    change(line),
                    line.reason()),
            Words.of("oversightReport.nothingWasAssessed"));
  }

  private static String change(Pack.DimensionLine line) {
    if (line.last() == null) {
      return "";
    }
    int worse = line.colour().compareTo(line.last());
    return worse == 0
        ? Words.of("oversightReport.asBefore")
        : worse > 0 ? Words.of("oversightReport.worse") : Words.of("oversightReport.better");
  }

  private static String changes(Pack.News news) {
    return news.changes().isEmpty()
        ? Words.of("oversightReport.thereIsNoEarlierAssessmentTo")
        : String.join(" ", news.changes());
  }

  private Section thisPeriod(Review review, Pack pack) {
    Pack.TierToday tier = pack.tier();
    return Section.headed(Words.of("oversightReport.thisPeriod").formatted(pack.period()))
        .fact(Words.of("oversightReport.tier"), tier.now() == null ? null : tier.now().word())
        .fact(Words.of("oversightReport.tierByTodaysFigures"), tier.today().word())
        .saying(String.join(" ", tier.explanation()))
        .saying(changes(pack.news()))
        .table(
            Words.of("oversightReport.milestones"),
            List.of(
                Words.of("oversightReport.milestone"),
                Words.of("oversightReport.target"),
                Words.of("oversightReport.due"),
                Words.of("oversightReport.state"),
                Words.of("oversightReport.evidence")),
            pack.milestones(),
            line ->
                row(
                    line.name(),
                    line.target(),
                    line.dueOn(),
                    line.state(),
                    line.evidence() == null
                        ? Words.of("oversightReport.noneYet")
                        : line.evidence()),
            Words.of("oversightReport.noMilestonesYet"))
        .table(
            Words.of("oversightReport.activities"),
            List.of(
                Words.of("oversightReport.kind"),
                Words.of("oversightReport.planned"),
                Words.of("oversightReport.thisPeriod2"),
                Words.of("oversightReport.periodBefore")),
            pack.activities(),
            line ->
                row(
                    line.kind().word(),
                    line.planned() == null
                        ? Words.of("oversightReport.notScheduled")
                        : line.planned(),
                    line.thisPeriod(),
                    line.lastPeriod()),
            Words.of("oversightReport.noActivities"))
        .table(
            Words.of("oversightReport.figures"),
            List.of(
                Words.of("oversightReport.indicator"),
                Words.of("oversightReport.value"),
                Words.of("oversightReport.asOf"),
                Words.of("oversightReport.lastReview")),
            pack.indicators(),
            line ->
                row(
                    line.name().label(),
                    line.name().said(line.value()),
                    line.asOf(),
                    line.before() == null
                        ? Words.of("oversightReport.noReviewBefore")
                        : line.name().said(line.before())),
            Words.of("oversightReport.noFigures"))
        .table(
            Words.of("oversightReport.newFigures"),
            List.of(
                Words.of("oversightReport.indicator"),
                Words.of("oversightReport.newValue"),
                Words.of("oversightReport.before"),
                Words.of("oversightReport.asOf"),
                Words.of("oversightReport.source"),
                Words.of("oversightReport.effect")),
            pack.news().values(),
            line ->
                row(
                    line.name(),
                    line.value(),
                    line.before() == null ? Words.of("oversightReport.none") : line.before(),
                    line.asOf(),
                    line.source(),
                    line.effect()),
            Words.of("oversightReport.noNewFiguresSince").formatted(pack.news().since()))
        .table(
            Words.of("oversightReport.shiftedConditions"),
            List.of(
                Words.of("oversightReport.kind"),
                Words.of("oversightReport.severity"),
                Words.of("oversightReport.what"),
                Words.of("oversightReport.source"),
                Words.of("oversightReport.reported")),
            shifts.takenUpBy(review),
            shift ->
                row(
                    shift.kind().word(),
                    shift.severity().word(),
                    shift.description(),
                    shift.source(),
                    moment(shift.reportedAt(), "")),
            Words.of("oversightReport.noShiftWasReported"));
  }

  private Section trends(Review review, Pack pack) {
    Picture.TrendLines lines = trends.upTo(pack.period(), review);
    List<String> columns = new ArrayList<>(List.of(Words.of("oversightReport.what")));
    columns.addAll(lines.periods());
    return Section.headed(Words.of("oversightReport.trends"))
        .saying(Words.of("oversightReport.numbersOfEachQuarterAScore"))
        .showing(lines)
        .table(
            Words.of("oversightReport.theSameInNumbers"),
            columns,
            lines.lines(),
            line ->
                Stream.concat(
                        Stream.of(line.label()),
                        line.values().stream()
                            .map(number -> number == null ? "-" : String.valueOf(number)))
                    .toList(),
            Words.of("oversightReport.nothingYet"));
  }

  private Section risks(Pack pack) {
    return Section.headed(Words.of("oversightReport.risks"))
        .showing(
            riskRegister.map(pack.riskRegister().stream().map(risk -> drawn(risk, pack)).toList()))
        .table(
            Words.of("oversightReport.riskRegisterProbabilityPAndImpact"),
            List.of(
                Words.of("oversightReport.no"),
                Words.of("oversightReport.risk"),
                "P",
                "I",
                Words.of("oversightReport.score"),
                Words.of("oversightReport.change"),
                Words.of("oversightReport.response"),
                Words.of("oversightReport.owner")),
            pack.riskRegister(),
            risk ->
                row(
                    number(risk, pack),
                    risk.risk(),
                    risk.probability(),
                    risk.impact(),
                    risk.rating(),
                    risk.change(),
                    risk.answer(),
                    risk.ownerInWords()),
            Words.of("oversightReport.noRiskWasRated"))
        .table(
            Words.of("oversightReport.theGuidesPitfalls"),
            List.of(
                Words.of("oversightReport.pitfall"),
                Words.of("oversightReport.open"),
                Words.of("oversightReport.state")),
            pack.risks(),
            risk ->
                row(
                    risk.pitfall(),
                    risk.open() ? Words.of("oversightReport.yes") : Words.of("oversightReport.no2"),
                    risk.state()),
            Words.of("oversightReport.none2"));
  }

  private static Picture.Risk drawn(Pack.RatedRisk risk, Pack pack) {
    return new Picture.Risk(
        number(risk, pack), risk.dimension().word(), risk.probability(), risk.impact());
  }

  private static int number(Pack.RatedRisk risk, Pack pack) {
    return pack.riskRegister().indexOf(risk) + 1;
  }

  private Section nextPeriod(Review review, Pack pack) {
    LocalDate until = days.of(pack.nextReview());
    Section section = Section.headed(Words.of("oversightReport.nextPeriod"));
    if (!review.decision().keepsOversight() && !register.isWorkCarriedOn(review.id())) {
      return runningOut(
          section.saying(
              review.decision().movesTier()
                  ? Words.of("oversightReport.reviewsBeginAgainWhenTheCouncil")
                  : Words.of("oversightReport.theProgrammeEndsThereIsNo")),
          pack);
    }
    section =
        section
            .fact(Words.of("oversightReport.nextQuarterlyReview"), moment(pack.nextReview(), ""))
            .table(
                Words.of("oversightReport.milestonesDueBeforeTheNextReview"),
                List.of(
                    Words.of("oversightReport.milestone"),
                    Words.of("oversightReport.target"),
                    Words.of("oversightReport.due")),
                pack.milestones().stream()
                    .filter(line -> line.evidence() == null && line.dueOn().isBefore(until))
                    .toList(),
                line -> row(line.name(), line.target(), line.dueOn()),
                Words.of("oversightReport.noneIsDueBeforeTheNext"))
            .table(
                Words.of("oversightReport.exercisesPlannedUntilThen"),
                List.of(
                    Words.of("oversightReport.day"),
                    Words.of("oversightReport.exercise"),
                    Words.of("oversightReport.whoTakesPart"),
                    Words.of("oversightReport.standardServed")),
                progress.exercises(review.programme()).stream()
                    .filter(each -> each.heldOn() == null)
                    .filter(each -> !each.plannedOn().isBefore(pack.asOf()))
                    .filter(each -> each.plannedOn().isBefore(until))
                    .toList(),
                each -> row(each.plannedOn(), each.name(), each.participants(), each.standard()),
                Words.of("oversightReport.noExerciseIsPlannedUntilThen"));
    return runningOut(section, pack);
  }

  private static Section runningOut(Section section, Pack pack) {
    return section.table(
        Words.of("oversightReport.assurancesThatRunOutBeforeThe"),
        List.of(Words.of("oversightReport.assurance"), Words.of("oversightReport.inForceUntil")),
        pack.runningOut(),
        line -> row(line.text(), line.until()),
        Words.of("oversightReport.noneRunsOutBeforeTheNext"));
  }

  private Section decisions(Review review, Pack pack) {
    return Section.headed(Words.of("oversightReport.decisions"))
        .fact(
            Words.of("oversightReport.suggested"),
            "%s: %s".formatted(pack.suggestion().decision().word(), pack.suggestion().because()))
        .fact(Words.of("oversightReport.taken"), review.decision().word())
        .fact(Words.of("oversightReport.reasons"), review.reasons())
        .table(
            Words.of("oversightReport.allDecisionsOfTheCommitteeSo"),
            List.of(
                Words.of("oversightReport.review"),
                Words.of("oversightReport.decided"),
                Words.of("oversightReport.decision"),
                Words.of("oversightReport.reasons")),
            register.of(review.programme()).stream()
                .filter(each -> each.status() == Review.Status.HELD && each.id() <= review.id())
                .toList(),
            each ->
                row(
                    each.title(),
                    moment(each.decidedAt(), ""),
                    each.decision().word(),
                    each.reasons()),
            Words.of("oversightReport.none2"));
  }

  private String moment(OffsetDateTime moment, String otherwise) {
    return moment == null ? otherwise : calendar.words(moment.toInstant());
  }
}
