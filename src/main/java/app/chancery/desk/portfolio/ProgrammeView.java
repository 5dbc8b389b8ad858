package app.chancery.desk.portfolio;

import app.chancery.consensus.Round;
import app.chancery.oversight.CommitteeDecision;
import app.chancery.oversight.Review;
import app.chancery.programme.Outcome;
import app.chancery.programme.Programme;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.SortedMap;

/**
 * One programme, as the REST interface and its page show it.
 *
 * @param policy by the id of each policy table the version that it is judged by, until its next
 *     review
 */
record ProgrammeView(
    String key,
    String candidate,
    String name,
    Programme.Status status,
    Step step,
    Tier tier,
    Outcome outcome,
    String why,
    OffsetDateTime openedAt,
    String openedBy,
    OffsetDateTime endedAt,
    List<RoundView> rounds,
    List<MilestoneView> milestones,
    List<RatificationView> ratifications,
    List<ReviewView> reviews,
    OffsetDateTime nextReview,
    List<DeliverableView> deliverables,
    SortedMap<String, Integer> policy) {

  /**
   * One circulation of a proposal in the council.
   *
   * @param id as its page has it: {@code /rounds/{id}}
   * @param number counted within the proposal
   * @param tier that was proposed
   */
  record RoundView(
      long id,
      int number,
      Tier tier,
      Round.Status status,
      OffsetDateTime circulatedAt,
      OffsetDateTime silenceEnds,
      String silenceEndsAsGiven) {}

  /** A measurable target; {@code metOn} is null while it is not met. */
  record MilestoneView(
      String name, String measure, String target, LocalDate dueOn, LocalDate metOn) {}

  /**
   * How far one Party has come in ratifying the accession protocol; none is told before the
   * protocol is signed. Dates are null while they are not recorded.
   *
   * @param heldSince the day on which the Party stated that it holds its ratification; null while
   *     it does not
   * @param heldBecause its reason; null with it
   */
  record RatificationView(
      String ally,
      String name,
      LocalDate parliament,
      LocalDate signature,
      LocalDate deposit,
      LocalDate heldSince,
      String heldBecause) {}

  /**
   * A look of the oversight committee; {@code decision} is null while it has not decided.
   *
   * @param heldLate whether it decided after the day on which that was due
   */
  record ReviewView(
      String title,
      Review.Status status,
      boolean heldLate,
      OffsetDateTime openedAt,
      CommitteeDecision decision,
      String reasons) {}

  /**
   * A version of a document that the reader may open.
   *
   * @param page where people read it, relative to the application's root
   * @param href where programs read it, relative to the application's root
   */
  record DeliverableView(
      long id,
      String kind,
      String title,
      int version,
      boolean approved,
      OffsetDateTime createdAt,
      String sha256,
      String page,
      String href) {}
}
