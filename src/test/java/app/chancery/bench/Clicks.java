package app.chancery.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How long people waited for what they clicked, by its kind, and what went wrong. */
final class Clicks {

  /** From a click on the button of a form until the next page is there. */
  static final String COMPLETION = "**completion: from the click to the next page**";

  static final String HEADING =
      "| kind | requests | a second | errors | p50 | p95 | p99 | slowest, ms |";

  private final Map<String, List<Double>> milliseconds = new ConcurrentSkipListMap<>();
  private final Map<String, AtomicInteger> errors = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> tooLate = new ConcurrentSkipListMap<>();
  private volatile boolean counts;

  /** From now on what is clicked is measured; what goes wrong counts at any time. */
  void begin() {
    counts = true;
  }

  void end() {
    counts = false;
  }

  void took(String kind, long beganAt) {
    if (counts) {
      milliseconds
          .computeIfAbsent(kind, first -> Collections.synchronizedList(new ArrayList<>()))
          .add((System.nanoTime() - beganAt) / 1e6);
    }
  }

  void wentWrong(String kind, String what) {
    errors.computeIfAbsent(kind, first -> new AtomicInteger()).incrementAndGet();
    wrong.add(kind + ": " + what);
  }

  /** Somebody was faster, as happens among people who choose from the same lists. */
  void cameTooLate(String how) {
    tooLate.computeIfAbsent(how, first -> new AtomicInteger()).incrementAndGet();
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  Map<String, AtomicInteger> tooLate() {
    return tooLate;
  }

  int count(String kind) {
    return milliseconds.getOrDefault(kind, List.of()).size();
  }

  /** The share of these that took no longer, in milliseconds; 0 if there were none. */
  double percentile(String kind, double share) {
    List<Double> sorted = new ArrayList<>(milliseconds.getOrDefault(kind, List.of()));
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  void addTo(Report report, Duration time) {
    for (String kind : milliseconds.keySet()) {
      report.add(
          kind,
          Integer.toString(count(kind)),
          List.of(
              String.format(Locale.ROOT, "%.2f", count(kind) / (time.toMillis() / 1000.0)),
              errors.getOrDefault(kind, new AtomicInteger()).toString(),
              rounded(percentile(kind, 0.5)),
              rounded(percentile(kind, 0.95)),
              rounded(percentile(kind, 0.99)),
              rounded(percentile(kind, 1))));
    }
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
