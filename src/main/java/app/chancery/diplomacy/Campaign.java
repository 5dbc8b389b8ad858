package app.chancery.diplomacy;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * The public campaign for a package of a programme. A programme that comes back to this step has a
 * further one.
 *
 * @param number counts from 1 within the programme
 * @param planVersion of the plan in force
 * @param sentBackBecause why the executives did not approve that plan; null otherwise
 * @param launchedOn null until it is launched
 * @param endsOn its planned last day; null until it is launched
 * @param closedAt when nothing more was awaited of it; null until then
 */
public record Campaign(
    long id,
    String programme,
    int number,
    MediaPlan plan,
    int planVersion,
    String sentBackBecause,
    OffsetDateTime approvedAt,
    LocalDate launchedOn,
    LocalDate endsOn,
    OffsetDateTime closedAt) {

  public boolean isApproved() {
    return approvedAt != null;
  }

  public boolean isLaunched() {
    return launchedOn != null;
  }
}
