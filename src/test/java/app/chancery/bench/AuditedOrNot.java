package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.platform.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The same work with the audit and without it, in turn and each first as often as the other, so
 * that what else the machine does falls on both. Of the pairs the median counts.
 */
final class AuditedOrNot {

  private static final String HEADING =
      "| work | on | a second, audited | not | slower by "
          + "| processor time each, ms, audited | not | dearer by |";

  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 4);
  private static final int PAIRS = Integer.getInteger("bench.pairs", 10);

  private final Office office;
  private final List<Cost> audited = new ArrayList<>();
  private final List<Cost> not = new ArrayList<>();

  private AuditedOrNot(Office office) {
    this.office = office;
  }

  /**
   * @param name of the report
   * @param afterwards what else counts each time
   */
  static void measure(String name, Work work, Consumer<Office> afterwards) {
    Report report = new Report(name, HEADING);
    for (Run run : Run.wanted(Run.CHANCERY, Run.CHANCERY_H2)) {
      try (Office office = (Office) run.start()) {
        Supplier<Cost> once =
            () -> office.cost(work).plus(office.meter().cost(() -> afterwards.accept(office)));
        for (int warm = 0; warm < WARM_UP; warm++) {
          once.get();
        }
        report.add(work.toString(), run.place, new AuditedOrNot(office).figures(work.count, once));
      }
    }
    report.write();
  }

  /**
   * @param count how often the work does what is asked for
   * @param work with what it cost
   */
  private List<String> figures(int count, Supplier<Cost> work) {
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean first = pair % 2 == 0;
      for (boolean on : List.of(first, !first)) {
        Cost cost = once(on, work);
        (on ? audited : not).add(cost);
        System.out.println(
            (on ? "audited: " : "not audited: ")
                + cost.rate(count)
                + "/s, ms of a processor each: "
                + cost.processorTime(count));
      }
    }
    office.audit().turn(true);
    Cost all = sum(audited);
    Cost none = sum(not);
    return List.of(
        all.rate(count * PAIRS),
        none.rate(count * PAIRS),
        more(Cost::seconds),
        all.processorTime(count * PAIRS),
        none.processorTime(count * PAIRS),
        more(each -> each.applicationSeconds() + each.databaseSeconds()));
  }

  /**
   * With putting into the chain what was taken down, which comes after the work, and with the jobs
   * that the work leaves: one that ends later would be audited while nothing is to be.
   */
  private Cost once(boolean on, Supplier<Cost> work) {
    office.audit().turn(on);
    AuditTrail trail = office.bean(AuditTrail.class);
    long before = trail.state().links();
    Cost cost =
        work.get()
            .plus(office.meter().cost(() -> office.settle(ClockUtil.getCurrentTime().toInstant())));
    Cost chained = office.meter().cost(trail::state);
    assertThat(trail.state().links() > before).as("something was audited").isEqualTo(on);
    return cost.plus(chained);
  }

  private String more(ToDoubleFunction<Cost> spent) {
    double[] pairs =
        IntStream.range(0, PAIRS)
            .mapToDouble(
                pair ->
                    spent.applyAsDouble(audited.get(pair)) / spent.applyAsDouble(not.get(pair)) - 1)
            .sorted()
            .toArray();
    double median = (pairs[(PAIRS - 1) / 2] + pairs[PAIRS / 2]) / 2;
    return String.format(Locale.ROOT, "%.1f %%", 100 * median);
  }

  private static Cost sum(List<Cost> costs) {
    return costs.stream().reduce(Cost.NONE, Cost::plus);
  }
}
