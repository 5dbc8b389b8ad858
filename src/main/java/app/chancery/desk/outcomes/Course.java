package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.programme.Programme;
import app.chancery.readiness.Tier;
import java.time.OffsetDateTime;

/**
 * A programme from its opening to its end.
 *
 * @param tier null until it is settled
 * @param firstQuarter in which it was opened
 * @param lastQuarter in which it ended; null while it is open
 * @param firstPlanned the quarter of the first exercise of its schedule; null without a schedule
 * @param lastPlanned likewise of the last one
 */
record Course(
    String key,
    String name,
    Tier tier,
    OffsetDateTime openedAt,
    OffsetDateTime endedAt,
    Quarter firstQuarter,
    Quarter lastQuarter,
    Quarter firstPlanned,
    Quarter lastPlanned,
    StepDays days) {

  String called() {
    return Programme.called(name, key);
  }

  /** Whether it was open at some time of the quarter. */
  boolean isOpenIn(Quarter quarter) {
    return firstQuarter.compareTo(quarter) <= 0
        && (lastQuarter == null || lastQuarter.compareTo(quarter) >= 0);
  }

  /** Whether its schedule says anything of a quarter, if only that there is to be no exercise. */
  boolean isPlannedIn(Quarter quarter) {
    return firstPlanned != null
        && firstPlanned.compareTo(quarter) <= 0
        && lastPlanned.compareTo(quarter) >= 0
        && isOpenIn(quarter);
  }
}
