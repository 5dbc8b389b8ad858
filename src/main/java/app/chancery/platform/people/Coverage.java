package app.chancery.platform.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * On which days of an absence somebody acts, by the accounts and groups as they are now: deputies
 * leave, lose a group, or are away themselves for a part of it.
 */
final class Coverage {

  private final Map<String, List<Absence>> absences;
  private final Map<String, Set<String>> groups;

  /**
   * @param absences those that count
   * @param groups the own groups of all accounts that are named in them, of those that there are
   */
  Coverage(Collection<Absence> absences, Map<String, Set<String>> groups) {
    this.absences = absences.stream().collect(Collectors.groupingBy(Absence::account));
    this.groups = groups;
  }

  /**
   * The days on which nobody acts in some group of who is away, in their order.
   *
   * @param absence one of those that count
   * @param from days before this one are not looked at
   */
  List<Gap> gaps(Absence absence, LocalDate from) {
    LocalDate first = absence.firstDay().isBefore(from) ? from : absence.firstDay();
    if (first.isAfter(absence.lastDay())) {
      return List.of();
    }
    Set<Absence> chain = chain(absence);
    List<Gap> gaps = new ArrayList<>();
    List<LocalDate> turns = List.copyOf(turns(chain, first, absence.lastDay()));
    for (int turn = 0; turn < turns.size(); turn++) {
      LocalDate last =
          turn + 1 < turns.size() ? turns.get(turn + 1).minusDays(1) : absence.lastDay();
      add(gap(absence, chain, turns.get(turn), last), gaps);
    }
    return gaps;
  }

  private static void add(Gap gap, List<Gap> gaps) {
    if (!gap.nobody() && gap.groups().isEmpty()) {
      return;
    }
    Gap before = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
    if (before != null && before.last().plusDays(1).equals(gap.first()) && before.goesOnAs(gap)) {
      gaps.set(gaps.size() - 1, before.until(gap.last()));
    } else {
      gaps.add(gap);
    }
  }

  private Gap gap(Absence absence, Set<Absence> chain, LocalDate first, LocalDate last) {
    Substitution then =
        new Substitution(
            chain.stream().filter(each -> each.overlaps(first, first)).toList(), groups);
    Set<String> missing = new TreeSet<>(groups.getOrDefault(absence.account(), Set.of()));
    missing.remove(Groups.ADMINISTRATORS);
    missing.removeAll(then.passed(absence.account()));
    return new Gap(
        first,
        last,
        missing,
        then.brokenAt(absence.account()),
        then.deputyOf(absence.account()).isEmpty());
  }

  /** The absence with those of its deputy at the time, of the deputy's, and so on. */
  private Set<Absence> chain(Absence absence) {
    Set<Absence> chain = new LinkedHashSet<>(List.of(absence));
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(absence.deputy()));
    while (!next.isEmpty()) {
      String deputy = next.pop();
      if (seen.add(deputy)) {
        absences.getOrDefault(deputy, List.of()).stream()
            .filter(each -> each.overlaps(absence.firstDay(), absence.lastDay()))
            .filter(chain::add)
            .forEach(each -> next.add(each.deputy()));
      }
    }
    return chain;
  }

  /** The days on which it may turn who acts. */
  private static TreeSet<LocalDate> turns(Set<Absence> chain, LocalDate first, LocalDate last) {
    return Stream.concat(
            Stream.of(first),
            chain.stream()
                .flatMap(each -> Stream.of(each.firstDay(), each.lastDay().plusDays(1)))
                .filter(day -> day.isAfter(first) && !day.isAfter(last)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
