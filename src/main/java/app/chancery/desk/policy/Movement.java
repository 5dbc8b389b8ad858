package app.chancery.desk.policy;

import app.chancery.readiness.Tier;
import java.util.List;

/**
 * A programme that would have another tier.
 *
 * @param tierOnRecord null until step 2 has settled it
 * @param why sentences
 */
record Movement(
    String programme,
    boolean ended,
    Tier tierOnRecord,
    Tier before,
    Tier after,
    int pointsBefore,
    int pointsAfter,
    List<String> why) {

  Movement {
    why = List.copyOf(why);
  }

  boolean isUp() {
    return before.isBelow(after);
  }
}
