package app.chancery.oversight;

import app.chancery.engagement.RedesignBeside;
import java.time.Duration;
import java.time.Instant;

/** What the business tells the processes of step 6, and those it oversees. */
public interface OversightProcess extends RedesignBeside {

  /**
   * Somebody noticed that conditions shifted. The acting person must be of a group that may report
   * it.
   *
   * @return the id of the {@link ConditionShift}
   * @throws app.chancery.platform.refusal.NotFound if there is no such programme
   * @throws app.chancery.platform.refusal.Conflict if the programme has ended
   * @throws app.chancery.platform.refusal.Refused naming every missing or wrong field
   */
  long shiftNoticed(String programme, NoticedShift shift);

  /** Conditions shifted: a review was registered and is to be held at once. */
  void conditionsShifted(String programme, long review);

  /**
   * The calendar has changed: the review that the programme waits for is due at another time.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if it opens at this very
   *     moment
   */
  void reviewRedated(String programme, Instant due);

  /**
   * The first review of a quarter was planned: the quarter is reported on when the next one opens.
   */
  void quarterPlanned(Quarter quarter, Instant reportDue);

  /**
   * The calendar has changed: the next quarter opens at another time, and the report with it.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException if it is made at this very
   *     moment
   */
  void reportRedated(Quarter quarter, Instant reportDue);

  /** The tier was moved and the work is carried on: the package is designed anew beside it. */
  void redesignBeside(String programme);

  /** A package that was designed beside the work was endorsed: the work begins anew under it. */
  void packageReplaced(String programme);

  /** The programme has ended, and with it a redesign, if one is under way. */
  void redesignDropped(String programme);

  /** The committee suspends the programme: its work stops, its timers wait, its reviews go on. */
  void programmeSuspended(String programme);

  /**
   * The committee resumes it: every timer and due date of its work is later by the suspension. The
   * work goes on with {@link #workRestarted}, once these dates are stored.
   */
  void workPostponed(String programme, Duration by);

  /** Tasks and timers of the work are live again. */
  void workRestarted(String programme);
}
