package app.chancery.platform.people;

import app.chancery.platform.time.Dates;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some days of an absence on which nobody acts in some of the absent person's groups.
 *
 * @param first in the alliance's zone
 * @param last the same; inclusive
 * @param groups by their ids; those that no deputy is ever given are not among them
 * @param end where the chain of the deputies ends nowhere; empty if somebody is at its end who acts
 *     in other groups, and where it is a circle
 * @param nobody whether nobody acts at all
 */
record Gap(
    LocalDate first, LocalDate last, Set<String> groups, Optional<Absence> end, boolean nobody) {

  /** Between the gaps of one absence, where they are kept. */
  private static final String NEXT = ";";

  /** Between the parts of one. */
  private static final String PART = "/";

  private static final String GROUP = "+";

  Gap {
    groups = Set.copyOf(groups);
  }

  /** Whether both are alike but for their days. */
  boolean goesOnAs(Gap other) {
    return nobody == other.nobody && groups.equals(other.groups) && end.equals(other.end);
  }

  Gap until(LocalDate day) {
    return new Gap(first, day, groups, end, nobody);
  }

  /** How they are kept and compared: days, whether nobody acts, and groups. */
  static String written(Collection<Gap> gaps) {
    return gaps.stream()
        .map(
            gap ->
                String.join(
                    PART,
                    gap.first().toString(),
                    gap.last().toString(),
                    String.valueOf(gap.nobody()),
                    String.join(GROUP, new TreeSet<>(gap.groups()))))
        .collect(Collectors.joining(NEXT));
  }

  /** Those that are {@link #written}; why nobody acts is not among it. */
  static List<Gap> read(String written) {
    return written.isEmpty()
        ? List.of()
        : Arrays.stream(written.split(NEXT))
            .map(each -> each.split(PART, -1))
            .map(
                parts ->
                    new Gap(
                        day(parts[0]),
                        day(parts[1]),
                        parts[3].isEmpty() ? Set.of() : Set.of(parts[3].split("\\" + GROUP)),
                        Optional.empty(),
                        Boolean.parseBoolean(parts[2])))
            .toList();
  }

  private static LocalDate day(String written) {
    return Dates.read(written).found().orElseThrow();
  }

  /** Whether on each of its days all of it is in one of the others. */
  boolean isWithin(Collection<Gap> others) {
    return first
        .datesUntil(last.plusDays(1))
        .allMatch(
            day -> others.stream().anyMatch(other -> other.holds(day) && other.isAsWideAs(this)));
  }

  private boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  private boolean isAsWideAs(Gap other) {
    return groups.containsAll(other.groups) && (nobody || !other.nobody);
  }
}
