package app.chancery.bench;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What was spent, or a moment to count from. Other work on the machine changes the first only.
 *
 * @param seconds by the clock on the wall
 * @param applicationSeconds of a processor, compiler and garbage collector included
 * @param databaseSeconds of a processor; 0 on H2, which is a part of the application
 */
record Cost(double seconds, double applicationSeconds, double databaseSeconds) {

  static final Cost NONE = new Cost(0, 0, 0);

  /** As {@link #written} by another JVM. */
  static Cost read(String written) {
    double[] all = Stream.of(written.split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Cost(all[0], all[1], all[2]);
  }

  String written() {
    return seconds + " " + applicationSeconds + " " + databaseSeconds;
  }

  Cost plus(Cost other) {
    return new Cost(
        seconds + other.seconds,
        applicationSeconds + other.applicationSeconds,
        databaseSeconds + other.databaseSeconds);
  }

  Cost minus(Cost other) {
    return plus(new Cost(-other.seconds, -other.applicationSeconds, -other.databaseSeconds));
  }

  String rate(int count) {
    return String.format(Locale.ROOT, "%.1f", count / seconds);
  }

  /** The milliseconds of a processor for each, in application and database. */
  String processorTime(int count) {
    return String.format(
        Locale.ROOT,
        "%.1f + %.1f",
        1000 * applicationSeconds / count,
        1000 * databaseSeconds / count);
  }

  String of(Work work) {
    return processorTime(work.count);
  }
}
