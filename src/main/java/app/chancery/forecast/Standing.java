package app.chancery.forecast;

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
 */
record Standing(
    String programme,
    LocalDate asOf,
    Tier tier,
    Map<Stage, LocalDate> passed,
    List<Stage> coming,
    Map<Stage, LocalDate> notBefore,
    LocalDate deadline) {

  Standing {
    passed = Map.copyOf(passed);
    coming = List.copyOf(coming);
    notBefore = Map.copyOf(notBefore);
  }

  /** Whether the day of a coming stage is known. */
  boolean isDated(Stage stage) {
    return stage == Stage.CONSENSUS && deadline != null;
  }

  /** The first day on which a coming stage can be: today, unless something binds it. */
  LocalDate earliest(Stage stage) {
    LocalDate bound = isDated(stage) ? deadline : notBefore.getOrDefault(stage, asOf);
    return bound.isBefore(asOf) ? asOf : bound;
  }
}
