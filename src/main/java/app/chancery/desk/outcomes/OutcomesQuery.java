package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.readiness.Tier;
import java.util.List;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param from the first quarter
 * @param to the last quarter, not before the first
 * @param tier null for all
 * @param programme null for all
 */
record OutcomesQuery(Quarter from, Quarter to, Tier tier, String programme) {

  /** The most quarters in one answer: ten years. */
  static final int MOST_QUARTERS = 40;

  private static final String QUARTER = "\\d{4}-Q[1-4]";

  /**
   * Reads request parameters.
   *
   * @param current the quarter of today, the default of the last one and the latest possible
   * @param length how many quarters there are if the first is not given
   * @throws app.chancery.platform.refusal.Refused naming every parameter that is not understood
   */
  static OutcomesQuery of(
      String from, String to, String tier, String programme, Quarter current, int length) {
    Faults faults = new Faults();
    Quarter last = quarter("to", to, current, faults);
    Quarter first = quarter("from", from, back(last, length - 1), faults);
    if (faults.isEmpty()) {
      faults.check(first.compareTo(last) <= 0, "from", "must not be after " + last);
      faults.check(last.compareTo(current) <= 0, "to", last + " has not begun yet");
      faults.check(
          back(last, MOST_QUARTERS - 1).compareTo(first) <= 0,
          "from",
          "must be within %s quarters before %s".formatted(MOST_QUARTERS, last));
    }
    Tier wanted = tier(tier, faults);
    faults.refuseIfAny();
    return new OutcomesQuery(first, last, wanted, blank(programme) ? null : programme.strip());
  }

  List<Quarter> quarters() {
    return from.until(to.next()).toList();
  }

  private static Quarter quarter(String field, String text, Quarter standard, Faults faults) {
    if (blank(text)) {
      return standard;
    }
    return faults.check(text.matches(QUARTER), field, "must be a quarter like 2026-Q4")
        ? Quarter.parse(text)
        : standard;
  }

  private static Tier tier(String word, Faults faults) {
    if (blank(word)) {
      return null;
    }
    Optional<Tier> tier = Coded.find(Tier.class, word);
    faults.check(tier.isPresent(), "tier", "must be one of " + Coded.words(Tier.class));
    return tier.orElse(null);
  }

  private static Quarter back(Quarter quarter, int quarters) {
    return Quarter.of(quarter.firstDay().minusMonths(3L * quarters));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
