package app.chancery.platform.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** People who would stand in for each other on one and the same day, so that nobody is left. */
final class Circle {

  private final Collection<Absence> absences;

  /**
   * @param absences those that count, among which there is no circle
   */
  Circle(Collection<Absence> absences) {
    this.absences = absences;
  }

  /**
   * Whether one more absence would close a circle.
   *
   * @param deputy for whom a deputy is looked for in turn
   * @param account who is to be away
   * @param first day, in the alliance's zone
   * @param last day; inclusive
   * @return the absences by which the deputy comes back to the account; empty if there is no circle
   */
  Optional<List<Absence>> back(String deputy, String account, LocalDate first, LocalDate last) {
    for (Absence next : absences) {
      if (next.account().equals(deputy) && next.overlaps(first, last)) {
        List<Absence> way = new ArrayList<>(List.of(next));
        if (next.deputy().equals(account)) {
          return Optional.of(way);
        }
        Optional<List<Absence>> rest =
            back(next.deputy(), account, later(first, next), earlier(last, next));
        if (rest.isPresent()) {
          way.addAll(rest.get());
          return Optional.of(way);
        }
      }
    }
    return Optional.empty();
  }

  private static LocalDate later(LocalDate first, Absence next) {
    return next.firstDay().isAfter(first) ? next.firstDay() : first;
  }

  private static LocalDate earlier(LocalDate last, Absence next) {
    return next.lastDay().isBefore(last) ? next.lastDay() : last;
  }
}
