package app.chancery.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Several contenders do the same work in turn, each as often the first as the others, so that what
 * else the machine does falls on all of them. What the first passes took does not count: until the
 * compilers have seen enough.
 */
final class Contest {

  private static final int WARM_UP = Integer.getInteger("bench.warm-up", 4);
  private static final int PASSES = Integer.getInteger("bench.passes", 5);

  private final Map<Run, Map<Work, List<Cost>>> costs = new LinkedHashMap<>();

  /**
   * @param name of the report
   */
  static void hold(String name, List<Run> runs, Work... works) {
    new Contest().measure(new Report(name, HEADING), runs, works);
  }

  private static final String HEADING =
      "| what | on | work | a second | processor time each, ms | statements (trips) each "
          + "| times the best peer | times the floor |";

  private void measure(Report report, List<Run> runs, Work... works) {
    Map<Run, ContenderJvm> jvms = new LinkedHashMap<>();
    try {
      for (Run run : runs) {
        jvms.put(run, new ContenderJvm(run));
        costs.put(run, new EnumMap<>(Work.class));
      }
      jvms.values().forEach(ContenderJvm::awaitReady);
      List<Run> order = new ArrayList<>(runs);
      for (int pass = -WARM_UP; pass < PASSES; pass++) {
        for (Work work : works) {
          for (Run run : order) {
            Cost cost = jvms.get(run).cost(work);
            System.out.println(
                "%s %s: %s/s, ms of a processor each: %s"
                    .formatted(
                        pass < 0 ? "warming up" : pass, run, cost.rate(work.count), cost.of(work)));
            if (pass >= 0) {
              costs.get(run).computeIfAbsent(work, each -> new ArrayList<>()).add(cost);
            }
          }
        }
        Collections.rotate(order, 1);
      }
      for (Work work : works) {
        for (Run run : runs) {
          report.add(run.model, run.place, figures(run, work, jvms.get(run).count(work)));
        }
      }
    } finally {
      jvms.values().forEach(ContenderJvm::close);
    }
    report.write();
  }

  private List<String> figures(Run run, Work work, String statements) {
    Optional<Run> bestPeer =
        costs.keySet().stream()
            .filter(Run::isPeer)
            .min(Comparator.comparingDouble(peer -> all(peer, work).seconds()));
    return List.of(
        work.toString(),
        all(run, work).rate(PASSES * work.count),
        all(run, work).processorTime(PASSES * work.count),
        statements,
        bestPeer.map(peer -> ratio(run, peer, work)).orElse("-"),
        costs.containsKey(Run.FLOOR) ? ratio(run, Run.FLOOR, work) : "-");
  }

  private Cost all(Run run, Work work) {
    return costs.get(run).get(work).stream().reduce(Cost.NONE, Cost::plus);
  }

  /** How many times as fast, in the median of the passes, from the least to the most. */
  private String ratio(Run run, Run other, Work work) {
    List<Cost> own = costs.get(run).get(work);
    List<Cost> others = costs.get(other).get(work);
    double[] ratios =
        IntStream.range(0, PASSES)
            .mapToDouble(pass -> others.get(pass).seconds() / own.get(pass).seconds())
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        (ratios[(PASSES - 1) / 2] + ratios[PASSES / 2]) / 2,
        ratios[0],
        ratios[PASSES - 1]);
  }
}
