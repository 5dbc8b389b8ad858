package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.readiness.Tier;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * The answer.
 *
 * @param asOf when it was counted
 * @param tier the tier asked for; null for all
 * @param programme the programme asked for; null for all, and if there are several
 * @param programmes the keys of the programmes asked for; none for all
 * @param quarters oldest first
 */
record OutcomesReport(
    OffsetDateTime asOf,
    Quarter from,
    Quarter to,
    Tier tier,
    String programme,
    List<String> programmes,
    List<QuarterOutcomes> quarters) {

  /**
   * @param running whether the quarter is not over, so that more may come
   * @param tiers by the tier that the programmes have today; only tiers with a programme
   */
  record QuarterOutcomes(
      Quarter quarter, boolean running, Measures all, Map<String, Measures> tiers) {}
}
