package app.chancery.desk.portfolio;

import app.chancery.consensus.Council;
import app.chancery.desk.portfolio.ProgrammeView.DeliverableView;
import app.chancery.desk.portfolio.ProgrammeView.MilestoneView;
import app.chancery.desk.portfolio.ProgrammeView.RatificationView;
import app.chancery.desk.portfolio.ProgrammeView.ReviewView;
import app.chancery.desk.portfolio.ProgrammeView.RoundView;
import app.chancery.documents.Deliverable;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Readers;
import app.chancery.integration.Milestones;
import app.chancery.integration.Ratifications;
import app.chancery.oversight.Reviews;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Gathers what all steps know of a programme. */
@Service
class ProgrammeViews {

  private final Programmes programmes;
  private final Council council;
  private final Milestones milestones;
  private final Ratifications ratifications;
  private final Reviews reviews;
  private final Deliverables deliverables;
  private final Readers readers;

  ProgrammeViews(
      Programmes programmes,
      Council council,
      Milestones milestones,
      Ratifications ratifications,
      Reviews reviews,
      Deliverables deliverables,
      Readers readers) {
    this.programmes = programmes;
    this.council = council;
    this.milestones = milestones;
    this.ratifications = ratifications;
    this.reviews = reviews;
    this.deliverables = deliverables;
    this.readers = readers;
  }

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  ProgrammeView of(String key) {
    Programme programme = programmes.get(key);
    return new ProgrammeView(
        key,
        programme.candidate(),
        programme.name(),
        programme.status(),
        programme.step(),
        programme.tier(),
        programme.outcome(),
        programme.why(),
        programme.openedAt(),
        programme.openedBy(),
        programme.endedAt(),
        rounds(key),
        milestones(key),
        ratifications(key),
        reviews(key),
        programme.isOpen() ? reviews.next(key).orElse(null) : null,
        documents(key),
        new TreeMap<>(programme.policy().versions()));
  }

  List<RoundView> rounds(String key) {
    return council.rounds(key).stream()
        .map(
            round ->
                new RoundView(
                    round.id(),
                    round.number(),
                    round.tier(),
                    round.status(),
                    round.circulatedAt(),
                    round.silenceEnds(),
                    round.deadline()))
        .toList();
  }

  private List<MilestoneView> milestones(String key) {
    return milestones.of(key).stream()
        .map(
            milestone ->
                new MilestoneView(
                    milestone.name(),
                    milestone.measure(),
                    milestone.target(),
                    milestone.dueOn(),
                    milestone.metOn()))
        .toList();
  }

  List<RatificationView> ratifications(String key) {
    return ratifications.told(key).stream()
        .map(
            each ->
                new RatificationView(
                    each.ally(),
                    each.name(),
                    each.parliament(),
                    each.signature(),
                    each.deposit(),
                    each.hold() == null ? null : each.hold().date(),
                    each.hold() == null ? null : each.hold().reason()))
        .toList();
  }

  List<ReviewView> reviews(String key) {
    return reviews.of(key).stream()
        .map(
            review ->
                new ReviewView(
                    review.title(),
                    review.status(),
                    review.heldLate(),
                    review.openedAt(),
                    review.decision(),
                    review.reasons()))
        .toList();
  }

  private List<DeliverableView> documents(String key) {
    return deliverables.of(key).stream()
        .filter(readers::mayRead)
        .map(ProgrammeViews::document)
        .toList();
  }

  private static DeliverableView document(Deliverable deliverable) {
    return new DeliverableView(
        deliverable.id(),
        deliverable.kind().slug(),
        deliverable.kind().title(),
        deliverable.version(),
        deliverable.isApproved(),
        deliverable.createdAt(),
        deliverable.sha256(),
        deliverable.page(),
        deliverable.path());
  }
}
