package app.chancery.desk.outcomes;

import app.chancery.oversight.Quarter;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Tier;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * What is asked.
 *
 * @param from the first quarter
 * @param to the last quarter, not before the first
 * @param tier null for all
 * @param programmes as they were given: keys, or the codes or names of candidates; none for all
 */
record OutcomesQuery(Quarter from, Quarter to, Tier tier, List<String> programmes) {

  OutcomesQuery {
    programmes = List.copyOf(programmes);
  }

  /** The most quarters in one answer: ten years. */
  static final int MOST_QUARTERS = 40;

  private static final Pattern YEAR = Pattern.compile("[1-9]\\d{3}");

  /**
   * Reads request parameters.
   *
   * @param current the quarter of today, the default of the last one and the latest possible
   * @param length how many quarters there are if the first is not given
   * @param faults what is wrong already
   * @throws app.chancery.platform.refusal.Refused naming every parameter that is not understood
   */
  static OutcomesQuery of(
      String from,
      String to,
      String tier,
      List<String> programmes,
      Quarter current,
      int length,
      Faults faults) {
    Quarter last = quarter("to", to, current, year -> lastOf(year, current), faults);
    check(last.compareTo(current) <= 0, "to", faults, "outcomes.notBegun", last, current);
    Quarter first =
        quarter("from", from, back(last, length - 1), year -> new Quarter(year, 1), faults);
    if (faults.isEmpty()) {
      check(first.compareTo(last) <= 0, "from", faults, "outcomes.turned", first, last);
      check(
          back(last, MOST_QUARTERS - 1).compareTo(first) <= 0,
          "from",
          faults,
          "outcomes.tooFar",
          MOST_QUARTERS,
          last);
    }
    Tier wanted = tier(tier, faults);
    faults.refuseIfAny();
    return new OutcomesQuery(
        first,
        last,
        wanted,
        programmes.stream().filter(each -> !blank(each)).map(String::strip).distinct().toList());
  }

  List<Quarter> quarters() {
    return from.until(to.next()).toList();
  }

  private static void check(
      boolean holds, String field, Faults faults, String otherwise, Object... parts) {
    faults.check(holds, field, Words.of(otherwise).formatted(parts));
  }

  /**
   * @param standard where nothing is given
   * @param ofYear which quarter is meant by a year alone
   */
  private static Quarter quarter(
      String field, String text, Quarter standard, IntFunction<Quarter> ofYear, Faults faults) {
    if (blank(text)) {
      return standard;
    }
    return YEAR.matcher(text.strip()).matches()
        ? ofYear.apply(Integer.parseInt(text.strip()))
        : Quarter.read(text).orFault(field, faults).orElse(standard);
  }

  /** Of the year that is not over, the quarter it is in. */
  private static Quarter lastOf(int year, Quarter current) {
    return year == current.year() ? current : new Quarter(year, 4);
  }

  private static Tier tier(String word, Faults faults) {
    if (blank(word)) {
      return null;
    }
    Optional<Tier> tier = Coded.find(Tier.class, word);
    faults.check(tier.isPresent(), "tier", Coded.oneOf(Tier.class));
    return tier.orElse(null);
  }

  private static Quarter back(Quarter quarter, int quarters) {
    return Quarter.of(quarter.firstDay().minusMonths(3L * quarters));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
