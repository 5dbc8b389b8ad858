package app.chancery.oversight;

import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.deliverables.Document;
import app.chancery.deliverables.Document.Section;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Service;

/** Compiles the report of a review from its pack and the committee's decision. */
@Service
public class OversightReport {

  private static final String NONE_BEFORE = "no review before";

  private final ReviewRegister register;
  private final Packs packs;
  private final ConditionShiftRegister shifts;
  private final ReviewCalendar calendar;
  private final Programmes programmes;
  private final Deliverables deliverables;

  OversightReport(
      ReviewRegister register,
      Packs packs,
      ConditionShiftRegister shifts,
      ReviewCalendar calendar,
      Programmes programmes,
      Deliverables deliverables) {
    this.register = register;
    this.packs = packs;
    this.shifts = shifts;
    this.calendar = calendar;
    this.programmes = programmes;
    this.deliverables = deliverables;
  }

  /** Issues the report of a review that was held. */
  public void issue(long id) {
    Review review = register.get(id);
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
            "%s. The committee decided: %s.".formatted(review.title(), review.decision().word()))
        .with(control(review, programme))
        .with(status(pack))
        .with(thisPeriod(review, pack))
        .with(nextPeriod(review, pack))
        .with(decisions(review, pack))
        .with(risks(pack));
  }

  private Section control(Review review, Programme programme) {
    return Section.headed("Document control")
        .fact("Programme", "%s (%s)".formatted(programme.name(), programme.key()))
        .fact("Review", review.title())
        .fact("Occasion", review.kind().word())
        .fact("Planned for", moment(review.plannedFor(), "at once"))
        .fact("Opened", moment(review.openedAt(), ""))
        .fact("Decision due by", review.decideBy())
        .fact("Decided", moment(review.decidedAt(), "") + (review.heldLate() ? ", late" : ""))
        .fact("Decided by", review.decidedBy());
  }

  private static Section status(Pack pack) {
    return Section.headed("Status")
        .table(
            "Status of each dimension",
            List.of("Dimension", "Now", "Last review", "Reason"),
            pack.dimensions().stream()
                .map(
                    line ->
                        List.of(
                            line.dimension().word(),
                            line.colour().word(),
                            line.last() == null ? NONE_BEFORE : line.last().word(),
                            line.reason()))
                .toList(),
            "Nothing was assessed.");
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
            pack.milestones().stream()
                .map(
                    line ->
                        List.of(
                            line.name(),
                            line.target(),
                            line.dueOn().toString(),
                            line.state(),
                            line.evidence() == null ? "none yet" : line.evidence()))
                .toList(),
            "No milestones yet.")
        .table(
            "Activities",
            List.of("Kind", "Planned", "This period", "Period before"),
            pack.activities().stream()
                .map(
                    line ->
                        List.of(
                            line.kind(),
                            line.planned() == null ? "not scheduled" : line.planned().toString(),
                            String.valueOf(line.thisPeriod()),
                            String.valueOf(line.lastPeriod())))
                .toList(),
            "No activities.")
        .table(
            "Figures",
            List.of("Indicator", "Value", "As of", "Last review"),
            pack.indicators().stream()
                .map(
                    line ->
                        List.of(
                            line.name(),
                            line.value(),
                            line.asOf().toString(),
                            line.before() == null ? NONE_BEFORE : line.before()))
                .toList(),
            "No figures.")
        .table(
            "New figures",
            List.of("Indicator", "New value", "Before", "As of", "Source", "Effect"),
            pack.news().values().stream()
                .map(
                    line ->
                        List.of(
                            line.name(),
                            line.value(),
                            line.before() == null ? "none" : line.before(),
                            line.asOf().toString(),
                            line.source(),
                            line.effect()))
                .toList(),
            "No new figures since %s.".formatted(pack.news().since()))
        .table(
            "Shifted conditions",
            List.of("Kind", "Severity", "What", "Source", "Reported"),
            shifts.takenUpBy(review.id()).stream()
                .map(
                    shift ->
                        List.of(
                            shift.kind().word(),
                            shift.severity().word(),
                            shift.description(),
                            shift.source(),
                            moment(shift.reportedAt(), "")))
                .toList(),
            "No shift was reported.");
  }

  private Section nextPeriod(Review review, Pack pack) {
    Section section =
        Section.headed("Next period")
            .table(
                "Assurances that run out before the next review",
                List.of("Assurance", "In force until"),
                pack.runningOut().stream()
                    .map(line -> List.of(line.text(), line.until().toString()))
                    .toList(),
                "None runs out before the next review.");
    return review.decision().keepsOversight()
        ? section.fact("Next quarterly review", moment(pack.nextReview(), ""))
        : section.saying(
            review.decision().movesTier()
                ? "Reviews begin again when the council has endorsed the package of the new tier."
                : "The programme ends; there is no further review.");
  }

  private static Section decisions(Review review, Pack pack) {
    return Section.headed("Decisions")
        .fact(
            "Asked",
            "%s: %s".formatted(pack.suggestion().decision().word(), pack.suggestion().because()))
        .fact("Rule behind it", pack.suggestion().rule())
        .fact("Taken", review.decision().word())
        .fact("Reasons", review.reasons());
  }

  private static Section risks(Pack pack) {
    return Section.headed("Risks")
        .table(
            "The guide's pitfalls",
            List.of("Pitfall", "Open", "State"),
            pack.risks().stream()
                .map(risk -> List.of(risk.pitfall(), risk.open() ? "yes" : "no", risk.state()))
                .toList(),
            "None.");
  }

  private String moment(OffsetDateTime moment, String otherwise) {
    return moment == null ? otherwise : calendar.words(moment.toInstant());
  }
}
