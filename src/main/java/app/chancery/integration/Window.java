package app.chancery.integration;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A span of days, both ends included. */
record Window(LocalDate from, LocalDate to) {

  Window {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + to + " is no span of days");
    }
  }

  /**
   * The calendar quarters of a span, each cut to the span.
   *
   * @param leastDays shorter ones are left out
   */
  List<Window> quarters(int leastDays) {
    return Stream.iterate(
            from.with(IsoFields.DAY_OF_QUARTER, 1),
            start -> !start.isAfter(to),
            start -> start.plusMonths(3))
        .map(start -> cut(start, start.plusMonths(3).minusDays(1)))
        .filter(window -> window.days() >= leastDays)
        .toList();
  }

  /** So many days, spread evenly, with as much time before the first as between two of them. */
  List<LocalDate> spread(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> from.plusDays(days() * number / (count + 1)))
        .toList();
  }

  long days() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private Window cut(LocalDate first, LocalDate last) {
    return new Window(first.isBefore(from) ? from : first, last.isAfter(to) ? to : last);
  }
}
