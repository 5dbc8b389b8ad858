package app.chancery.forecast;

import app.chancery.engagement.EngagementPackage;
import app.chancery.readiness.Instrument;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where a programme is on its way, on the day of a forecast.
 *
 * @param programme its key, whose own way is no like case; null of a recorded accession
 * @param tier settled, or as its figures give it; null where there are none
 * @param passed the days of the stages behind it, of which one is the opening
 * @param coming the stages ahead of it, in their order
 * @param notBefore the first day on which a coming stage can be, by deadlines and plans
 * @param deadline the day on which silence ends; null while none runs
 * @param plan the package under which integration has not begun yet; null if there is none
 */
record Standing(
    String programme,
    LocalDate asOf,
    Tier tier,
    Map<Stage, LocalDate> passed,
    List<Stage> coming,
    Map<Stage, LocalDate> notBefore,
    LocalDate deadline,
    EngagementPackage plan) {

  Standing {
    passed = Map.copyOf(passed);
    coming = List.copyOf(coming);
    notBefore = Map.copyOf(notBefore);
  }

  /** Whether the day of a coming stage is known. */
  boolean isDated(Stage stage) {
    return stage == Stage.CONSENSUS && deadline != null;
  }

  /**
   * The first day on which integration can begin under the plan: that of the consensus, or today.
   */
  LocalDate adoption() {
    return passed.containsKey(Stage.CONSENSUS) ? asOf : bound(Stage.CONSENSUS);
  }

  /**
   * The first day on which a coming stage can be: today, unless something binds it. The accession
   * phase of a plan is later by as much as integration begins later than was planned.
   *
   * @param adopted the day on which integration begins at the earliest
   */
  LocalDate earliest(Stage stage, LocalDate adopted) {
    return stage == Stage.TALKS && plan != null
        ? later(asOf, plan.beginOf(Instrument.FULL_MEMBERSHIP_ACCESSION, adopted).orElse(asOf))
        : bound(stage);
  }

  private LocalDate bound(Stage stage) {
    return later(asOf, isDated(stage) ? deadline : notBefore.getOrDefault(stage, asOf));
  }

  static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
