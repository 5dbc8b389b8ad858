package app.chancery.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Whose speed is measured. Of engines it may know no class but through reflection. */
interface Contender extends AutoCloseable {

  /**
   * Does it once.
   *
   * @param meter is given each part of it that counts
   */
  void work(Work work, Consumer<Runnable> meter);

  Meter meter();

  CountedStatements statements();

  /** What doing it once takes. */
  default Cost cost(Work work) {
    List<Cost> parts = new ArrayList<>();
    work(work, part -> parts.add(meter().cost(part)));
    System.out.println(
        work + ", ms of a processor each: " + parts.stream().map(each -> each.of(work)).toList());
    return parts.stream().reduce(Cost.NONE, Cost::plus);
  }

  /** "statements (trips)", of each. */
  default String count(Work work) {
    return statements().of(work.count, counter -> work(work, counter));
  }

  @Override
  void close();
}
