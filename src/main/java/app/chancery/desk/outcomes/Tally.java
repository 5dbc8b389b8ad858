package app.chancery.desk.outcomes;

import app.chancery.programme.Step;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up what the statements counted for one quarter, and makes the measures of it. */
final class Tally {

  /**
   * @param count how many
   * @param sum of what is averaged; 0 for what is only counted
   */
  private record Amount(long count, double sum) {

    Amount plus(Amount other) {
      return new Amount(count + other.count, sum + other.sum);
    }

    Double mean() {
      return count == 0 ? null : rounded(sum / count);
    }
  }

  private static final Amount NOTHING = new Amount(0, 0);

  private final Map<String, Map<String, Amount>> amounts = new LinkedHashMap<>();

  void add(String measure, String label, long count, double sum) {
    amounts
        .computeIfAbsent(measure, first -> new TreeMap<>())
        .merge(label, new Amount(count, sum), Amount::plus);
  }

  Measures measures() {
    return new Measures(
        count("programmes", "open"),
        new Measures.Activities(
            known("activities", "EXERCISE"),
            known("activities", "INTELLIGENCE_SHARING"),
            known("activities", "WORKSHOP")),
        amount("standards", "mean").mean(),
        milestones(),
        retention(),
        friction(),
        daysInStep(),
        reviews());
  }

  private Measures.Milestones milestones() {
    long onTime = count("milestones", "on time");
    long due = onTime + count("milestones", "late") + count("milestones", "not met");
    return new Measures.Milestones(
        known(due),
        known("milestones", "on time"),
        known("milestones", "late"),
        known("milestones", "not met"),
        share(onTime, due));
  }

  private List<Measures.Retention> retention() {
    Set<String> instruments = new TreeSet<>();
    List.of("active", "concluded", "lost")
        .forEach(state -> instruments.addAll(labels("retention " + state)));
    return instruments.stream().map(this::retention).toList();
  }

  private Measures.Retention retention(String instrument) {
    long active = count("retention active", instrument);
    long concluded = count("retention concluded", instrument);
    long lost = count("retention lost", instrument);
    long entered = active + concluded + lost;
    return new Measures.Retention(
        instrument, entered, active, concluded, lost, share(entered - lost, entered));
  }

  private Measures.Friction friction() {
    Map<String, Long> objections = new TreeMap<>();
    labels("objections").forEach(ally -> objections.put(ally, count("objections", ally)));
    return new Measures.Friction(
        known("rounds", "broken"),
        known(objections.values().stream().mapToLong(Long::longValue).sum()),
        objections,
        known("consensus", "adopted"),
        amount("consensus", "adopted").mean());
  }

  private Map<String, Double> daysInStep() {
    Map<String, Double> days = new LinkedHashMap<>();
    Arrays.stream(Step.values())
        .filter(step -> count("steps", step.name()) > 0)
        .forEach(step -> days.put(step.folder(), amount("steps", step.name()).mean()));
    return days;
  }

  private Measures.Reviews reviews() {
    long onTime = count("reviews", "on time");
    long decided = onTime + count("reviews", "late") + count("reviews", "missed");
    return new Measures.Reviews(
        known("reviews", "on time"),
        known("reviews", "late"),
        known("reviews", "missed"),
        known("reviews", "open"),
        known("reviews", "withdrawn"),
        share(onTime, decided));
  }

  /** The mean of what was planned; null where no plan says anything. */
  Double planned(String measure, String label) {
    return amount("planned " + measure, label).mean();
  }

  /** Whether anything was counted. */
  boolean isAny() {
    return !amounts.isEmpty();
  }

  private Long known(String measure, String label) {
    return known(count(measure, label));
  }

  /** While no programme was open, nothing could be counted: that is not the same as none. */
  private Long known(long count) {
    return count == 0 && count("programmes", "open") == 0 ? null : Long.valueOf(count);
  }

  private Set<String> labels(String measure) {
    return amounts.getOrDefault(measure, Map.of()).keySet();
  }

  private Amount amount(String measure, String label) {
    return amounts.getOrDefault(measure, Map.of()).getOrDefault(label, NOTHING);
  }

  long count(String measure, String label) {
    return amount(measure, label).count();
  }

  private static Double share(long part, long whole) {
    return whole == 0 ? null : rounded(100.0 * part / whole);
  }

  /** One decimal is as much as these figures carry. */
  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
