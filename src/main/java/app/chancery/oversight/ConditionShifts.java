package app.chancery.oversight;

import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.refusal.TooOften;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports that conditions around a programme have shifted; a review takes them up at once. Before
 * the endorsement there is none to do so: those whom it concerns are told that the report waits.
 */
@Service
public class ConditionShifts {

  private final ConditionShiftRegister register;
  private final Programmes programmes;
  private final Reviews reviews;
  private final ReviewPlans plans;
  private final ProgressAssessment assessment;
  private final OversightProcess process;
  private final OversightPolicy policy;
  private final Clock clock;

  ConditionShifts(
      ConditionShiftRegister register,
      Programmes programmes,
      Reviews reviews,
      ReviewPlans plans,
      ProgressAssessment assessment,
      OversightProcess process,
      OversightPolicy policy,
      Clock clock) {
    this.policy = policy;
    this.clock = clock;
    this.register = register;
    this.programmes = programmes;
    this.reviews = reviews;
    this.plans = plans;
    this.assessment = assessment;
    this.process = process;
  }

  /**
   * Reports a shift. It joins the review that is open, whose pack is prepared anew, or opens one at
   * once. While the programme is not in oversight it is kept for its first review, and the
   * committee and the managers are told.
   *
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws Conflict if the programme has ended
   * @throws app.chancery.platform.refusal.Refused naming every blank field
   * @throws TooOften if the person who acts has reported too often of late
   */
  @Transactional
  public ConditionShift report(
      String programme,
      ConditionShift.Kind kind,
      ConditionShift.Severity severity,
      String description,
      String source) {
    Programme concerned = programmes.get(programme);
    if (!concerned.isOpen()) {
      throw new Conflict("programme", Words.of("conditionShifts.hasEnded").formatted(programme));
    }
    Faults faults = new Faults();
    faults.check(!description.isBlank(), "description", Words.of("form.required"));
    faults.check(!source.isBlank(), "source", Words.of("form.required"));
    PlainText.checkLine(source, "source", faults);
    faults.refuseIfAny();
    boolean watched = plans.lock(programme).isPresent();
    refuseTooMany();
    long id = register.add(programme, kind, severity, description, source);
    Optional<Review> open = reviews.open(programme);
    if (open.isPresent()) {
      join(open.get());
    } else if (watched) {
      openReview(register.get(id));
    } else {
      reviews.tellThatItWaits(register.get(id), Words.of("conditionShifts.waits.forTheFirst"));
    }
    return register.get(id);
  }

  /** All shifts reported of a programme, oldest first. */
  public List<ConditionShift> of(String programme) {
    return register.of(programme);
  }

  ConditionShift get(long id) {
    return register.get(id);
  }

  /**
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   */
  List<ConditionShift> ofExisting(String programme) {
    return of(programmes.get(programme).key());
  }

  /** Each report opens a review or prepares one anew: people's work. */
  private void refuseTooMany() {
    OffsetDateTime now = OffsetDateTime.now(clock);
    List<OffsetDateTime> own =
        register.ownSince(now.minus(policy.reportsWithin()), policy.reportsAtOnce());
    if (own.size() == policy.reportsAtOnce()) {
      Duration wait = Duration.between(now, own.get(own.size() - 1).plus(policy.reportsWithin()));
      throw new TooOften(
          Words.of("conditionShifts.youHaveReportedShiftsOfLate")
              .formatted(own.size(), wait.toMinutes() + 1),
          wait);
    }
  }

  private void join(Review review) {
    register.takeUp(review.programme(), review.id());
    assessment.refresh(review.id());
  }

  private void openReview(ConditionShift shift) {
    long review = reviews.openForShift(shift.programme(), shift.words());
    register.takeUp(shift.programme(), review);
    process.conditionsShifted(shift.programme(), review);
  }
}
