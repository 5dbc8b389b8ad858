package app.chancery.oversight;

import java.time.Duration;
import java.time.Instant;

/** What the business tells the processes of step 6, and those it oversees. */
public interface OversightProcess {

  /** Conditions shifted: a review was registered and is to be held at once. */
  void conditionsShifted(String programme, long review);

  /** The calendar has changed: the review that the programme waits for is due at another time. */
  void reviewRedated(String programme, Instant due);

  /** The committee suspends the programme: its work stops, its timers wait, its reviews go on. */
  void programmeSuspended(String programme);

  /** The committee resumes it: work goes on, and every date is later by the suspension. */
  void programmeResumed(String programme, Duration suspendedFor);
}
