package app.chancery.oversight;

import static app.chancery.documents.Document.row;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.integration.Progress;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Days;
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

  private static final String NONE_BEFORE = "no review before";

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
            "Oversight report: " + programme.name(),
            "%s. %s The committee decided: %s."
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
    return "Of %s dimensions, %s."
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
    return Section.headed("Document control")
        .fact("Programme", "%s (%s)".formatted(programme.name(), programme.key()))
        .fact("Review", review.title())
        .fact("Occasion", review.kind().word())
        .fact("Planned for", moment(review.plannedFor(), "at once"))
        .fact("Opened", moment(review.openedAt(), ""))
        .fact("Decision due by", calendar.words(review.decideBy()))
        .fact("Decided", moment(review.decidedAt(), "") + (review.heldLate() ? ", late" : ""))
        .fact("Decided by", signatures.of(review.decidedBy()));
  }

  private static Section status(Pack pack) {
    return Section.headed("Status")
        .saying(
            "Red: the aim is at serious risk, something must be done. Amber: a problem that is acted upon or watched. Green: as planned.")
        .table(
            "Status of each dimension",
            List.of("Dimension", "Last review", "Now", "Change", "Reason"),
            pack.dimensions(),
            line ->
                row(
                    line.dimension().word(),
                    line.last() == null ? NONE_BEFORE : line.last().word(),
                    line.colour().word(),
                    change(line),
                    line.reason()),
            "Nothing was assessed.");
  }

  private static String change(Pack.DimensionLine line) {
    if (line.last() == null) {
      return "";
    }
    int worse = line.colour().compareTo(line.last());
    return worse == 0 ? "as before" : worse > 0 ? "worse" : "better";
  }

  private static String changes(Pack.News news) {
    return news.changes().isEmpty()
        ? "There is no earlier assessment to compare with."
        : String.join(" ", news.changes());
  }

  private Section thisPeriod(Review review, Pack pack) {
    Pack.TierToday tier = pack.tier();
    return Section.headed("This period (" + pack.period() + ")")
        .fact("Tier", tier.now() == null ? null : tier.now().word())
        .fact("Tier by today's figures", tier.today().word())
        .saying(String.join(" ", tier.explanation()))
        .saying(changes(pack.news()))
        .table(
            "Milestones",
            List.of("Milestone", "Target", "Due", "State", "Evidence"),
            pack.milestones(),
            line ->
                row(
                    line.name(),
                    line.target(),
                    line.dueOn(),
                    line.state(),
                    line.evidence() == null ? "none yet" : line.evidence()),
            "No milestones yet.")
        .table(
            "Activities",
            List.of("Kind", "Planned", "This period", "Period before"),
            pack.activities(),
            line ->
                row(
                    line.kind().word(),
                    line.planned() == null ? "not scheduled" : line.planned(),
                    line.thisPeriod(),
                    line.lastPeriod()),
            "No activities.")
        .table(
            "Figures",
            List.of("Indicator", "Value", "As of", "Last review"),
            pack.indicators(),
            line ->
                row(
                    line.name().label(),
                    line.name().said(line.value()),
                    line.asOf(),
                    line.before() == null ? NONE_BEFORE : line.name().said(line.before())),
            "No figures.")
        .table(
            "New figures",
            List.of("Indicator", "New value", "Before", "As of", "Source", "Effect"),
            pack.news().values(),
            line ->
                row(
                    line.name(),
                    line.value(),
                    line.before() == null ? "none" : line.before(),
                    line.asOf(),
                    line.source(),
                    line.effect()),
            "No new figures since %s.".formatted(pack.news().since()))
        .table(
            "Shifted conditions",
            List.of("Kind", "Severity", "What", "Source", "Reported"),
            shifts.takenUpBy(review),
            shift ->
                row(
                    shift.kind().word(),
                    shift.severity().word(),
                    shift.description(),
                    shift.source(),
                    moment(shift.reportedAt(), "")),
            "No shift was reported.");
  }

  private Section trends(Review review, Pack pack) {
    Picture.TrendLines lines = trends.upTo(pack.period(), review);
    List<String> columns = new ArrayList<>(List.of("What"));
    columns.addAll(lines.periods());
    return Section.headed("Trends")
        .saying(
            "Numbers of each quarter. A score leaves out figures that were older than the policy allows on the day of the review.")
        .showing(lines)
        .table(
            "The same in numbers",
            columns,
            lines.lines(),
            line ->
                Stream.concat(
                        Stream.of(line.label()),
                        line.values().stream()
                            .map(number -> number == null ? "-" : String.valueOf(number)))
                    .toList(),
            "Nothing yet.");
  }

  private Section risks(Pack pack) {
    return Section.headed("Risks")
        .showing(
            riskRegister.map(pack.riskRegister().stream().map(risk -> drawn(risk, pack)).toList()))
        .table(
            "Risk register: probability (P) and impact (I) from 1 to 5",
            List.of("No.", "Risk", "P", "I", "Score", "Change", "Response", "Owner"),
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
            "No risk was rated.")
        .table(
            "The guide's pitfalls",
            List.of("Pitfall", "Open", "State"),
            pack.risks(),
            risk -> row(risk.pitfall(), risk.open() ? "yes" : "no", risk.state()),
            "None.");
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
    Section section = Section.headed("Next period");
    if (!review.decision().keepsOversight() && !register.isWorkCarriedOn(review.id())) {
      return runningOut(
          section.saying(
              review.decision().movesTier()
                  ? "Reviews begin again when the council has endorsed the package of the new tier."
                  : "The programme ends; there is no further review."),
          pack);
    }
    section =
        section
            .fact("Next quarterly review", moment(pack.nextReview(), ""))
            .table(
                "Milestones due before the next review",
                List.of("Milestone", "Target", "Due"),
                pack.milestones().stream()
                    .filter(line -> line.evidence() == null && line.dueOn().isBefore(until))
                    .toList(),
                line -> row(line.name(), line.target(), line.dueOn()),
                "None is due before the next review.")
            .table(
                "Exercises planned until then",
                List.of("Day", "Exercise", "Who takes part", "Standard served"),
                progress.exercises(review.programme()).stream()
                    .filter(each -> each.heldOn() == null)
                    .filter(each -> !each.plannedOn().isBefore(pack.asOf()))
                    .filter(each -> each.plannedOn().isBefore(until))
                    .toList(),
                each -> row(each.plannedOn(), each.name(), each.participants(), each.standard()),
                "No exercise is planned until then.");
    return runningOut(section, pack);
  }

  private static Section runningOut(Section section, Pack pack) {
    return section.table(
        "Assurances that run out before the next review",
        List.of("Assurance", "In force until"),
        pack.runningOut(),
        line -> row(line.text(), line.until()),
        "None runs out before the next review.");
  }

  private Section decisions(Review review, Pack pack) {
    return Section.headed("Decisions")
        .fact(
            "Suggested",
            "%s: %s".formatted(pack.suggestion().decision().word(), pack.suggestion().because()))
        .fact("Taken", review.decision().word())
        .fact("Reasons", review.reasons())
        .table(
            "All decisions of the committee so far",
            List.of("Review", "Decided", "Decision", "Reasons"),
            register.of(review.programme()).stream()
                .filter(each -> each.status() == Review.Status.HELD && each.id() <= review.id())
                .toList(),
            each ->
                row(
                    each.title(),
                    moment(each.decidedAt(), ""),
                    each.decision().word(),
                    each.reasons()),
            "None.");
  }

  private String moment(OffsetDateTime moment, String otherwise) {
    return moment == null ? otherwise : calendar.words(moment.toInstant());
  }
}
