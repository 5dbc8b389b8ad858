package app.chancery.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * From one stage to a later one, with how long like cases took for it.
 *
 * @param days of each case, the shortest first
 */
record Leg(Stage from, Stage to, Reference reference, List<Long> days) {

  Leg {
    days = List.copyOf(days);
  }

  /**
   * Candidates that were decided upon together, from the same day to the same day, are one case:
   * seven times the same decision tells no more than once.
   */
  static Leg of(Stage from, Stage to, Reference reference, Collection<Way> cases) {
    return new Leg(
        from,
        to,
        reference,
        cases.stream()
            .filter(each -> each.between(from, to).isPresent())
            .map(each -> new Decided(each.round(), each.days().get(from), each.days().get(to)))
            .distinct()
            .map(Decided::days)
            .sorted()
            .toList());
  }

  int cases() {
    return days.size();
  }

  /** Without those who were faster than is possible any more. */
  Leg lasting(long atLeast) {
    return new Leg(from, to, reference, days.stream().filter(each -> each >= atLeast).toList());
  }

  /** Without one case that took so long. */
  Leg without(long taken) {
    List<Long> others = new ArrayList<>(days);
    others.remove(Long.valueOf(taken));
    return new Leg(from, to, reference, others);
  }

  private record Decided(String round, LocalDate from, LocalDate to) {

    long days() {
      return java.time.temporal.ChronoUnit.DAYS.between(from, to);
    }
  }

  static Stream<Reference> references() {
    return Stream.of(Reference.values()).filter(each -> each != Reference.DEADLINE);
  }
}
