package app.chancery.desk.outcomes;

import app.chancery.programme.Step;
import app.chancery.programme.StepEntry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How long a programme was in each step, in days with one decimal that add up to the time from its
 * opening to its end. Each moment counts once: oversight runs beside other steps and counts where
 * it is alone, and of two others that overlap the one entered last counts.
 *
 * @param inStep only of the steps that it entered
 * @param between in no step
 * @param total from the opening to the end
 */
record StepDays(Map<Step, Double> inStep, double between, double total) {

  private static final double SECONDS_OF_A_TENTH = 8640;

  StepDays {
    // Found by its place: these are read of thousands of programmes at a time.
    Map<Step, Double> copy = new EnumMap<>(Step.class);
    copy.putAll(inStep);
    inStep = Collections.unmodifiableMap(copy);
  }

  /**
   * @param end of the programme, or now
   * @param entries in their order
   */
  static StepDays of(OffsetDateTime opened, OffsetDateTime end, List<StepEntry> entries) {
    TreeSet<OffsetDateTime> moments = new TreeSet<>(OffsetDateTime.timeLineOrder());
    Stream.concat(
            Stream.of(opened, end),
            entries.stream().flatMap(each -> Stream.of(each.enteredAt(), leaving(each, end))))
        .filter(moment -> !moment.isBefore(opened) && !moment.isAfter(end))
        .forEach(moments::add);
    Map<Step, Long> seconds = new EnumMap<>(Step.class);
    entries.stream()
        .filter(entry -> !entry.enteredAt().isAfter(end))
        .forEach(entry -> seconds.put(entry.step(), 0L));
    long between = 0;
    List<OffsetDateTime> all = new ArrayList<>(moments);
    for (int at = 1; at < all.size(); at++) {
      OffsetDateTime from = all.get(at - 1);
      OffsetDateTime to = all.get(at);
      long length = Duration.between(from, to).getSeconds();
      Step step = stepOf(from, to, end, entries);
      if (step == null) {
        between += length;
      } else {
        seconds.merge(step, length, Long::sum);
      }
    }
    return rounded(seconds, between);
  }

  private static Step stepOf(
      OffsetDateTime from, OffsetDateTime to, OffsetDateTime end, List<StepEntry> entries) {
    Step found = null;
    OffsetDateTime since = null;
    for (StepEntry entry : entries) {
      boolean covers = !entry.enteredAt().isAfter(from) && !leaving(entry, end).isBefore(to);
      if (covers
          && (found == null
              || found == Step.OVERSIGHT
              || entry.step() != Step.OVERSIGHT && !entry.enteredAt().isBefore(since))) {
        found = entry.step();
        since = entry.enteredAt();
      }
    }
    return found;
  }

  private static OffsetDateTime leaving(StepEntry entry, OffsetDateTime end) {
    return entry.isOver() ? entry.leftAt() : end;
  }

  /** What is rounded is where each part ends, one behind the other, so that the parts add up. */
  private static StepDays rounded(Map<Step, Long> seconds, long between) {
    Map<Step, Double> days = new EnumMap<>(Step.class);
    long passed = 0;
    for (Map.Entry<Step, Long> each : seconds.entrySet()) {
      days.put(each.getKey(), (tenths(passed + each.getValue()) - tenths(passed)) / 10.0);
      passed += each.getValue();
    }
    return new StepDays(
        days, (tenths(passed + between) - tenths(passed)) / 10.0, tenths(passed + between) / 10.0);
  }

  private static long tenths(long seconds) {
    return Math.round(seconds / SECONDS_OF_A_TENTH);
  }
}
