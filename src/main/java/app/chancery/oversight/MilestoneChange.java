package app.chancery.oversight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import app.chancery.integration.Milestone;
import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the committee changes of one milestone. On the form it is a line: {@code name | new target |
 * new date}.
 */
record MilestoneChange(Milestone milestone, LocalDate dueOn, String target) {

  static final String FIELD = "milestoneChanges";

  private static final int PARTS = 3;

  /** The line that leaves a milestone as it is, to be edited. */
  static String unchanged(Milestone milestone) {
    return line(milestone.name(), milestone.target(), milestone.dueOn());
  }

  static String line(String name, String target, LocalDate dueOn) {
    return CellLine.of(name, target, dueOn);
  }

  boolean changesSomething() {
    return !dueOn.equals(milestone.dueOn()) || !target.equals(milestone.target());
  }

  /**
   * Reads lines; those that change nothing are left out.
   *
   * @param today no milestone may become due before it
   */
  static List<MilestoneChange> parse(
      List<String> lines, List<Milestone> milestones, LocalDate today, Faults faults) {
    Map<String, Deque<Milestone>> named =
        Stream.of(false, true)
            .flatMap(met -> milestones.stream().filter(each -> each.isMet() == met))
            .collect(groupingBy(Milestone::name, toCollection(ArrayDeque::new)));
    return lines.stream()
        .flatMap(line -> parse(line, named, faults).stream())
        .filter(MilestoneChange::changesSomething)
        .filter(
            change ->
                faults.check(
                    !change.milestone().isMet(),
                    FIELD,
                    Words.of("milestoneChange.isMetAlready").formatted(change.milestone().name())))
        .filter(
            change ->
                faults.check(
                    !change.dueOn().isBefore(today),
                    FIELD,
                    Words.of("milestoneChange.theNewDateOfLiesIn")
                        .formatted(change.milestone().name())))
        .toList();
  }

  /**
   * @param named those that no line was about yet, by name, what is not met first; plans of before
   *     may have several of a name, and each line is about the next of them
   */
  private static Optional<MilestoneChange> parse(
      String line, Map<String, Deque<Milestone>> named, Faults faults) {
    List<String> parts = CellLine.cells(line);
    if (!faults.check(
        parts.size() == PARTS && !parts.get(1).isBlank(),
        FIELD,
        Words.of("milestoneChange.isNotALineLikeName").formatted(line))) {
      return Optional.empty();
    }
    Optional<Milestone> milestone =
        Optional.ofNullable(named.get(parts.get(0)))
            .map(each -> each.size() > 1 ? each.remove() : each.element());
    faults.check(
        milestone.isPresent(),
        FIELD,
        Words.of("milestoneChange.thereIsNoMilestone").formatted(parts.get(0)));
    return Dates.read(parts.get(2))
        .orFault(FIELD, faults)
        .flatMap(dueOn -> milestone.map(found -> new MilestoneChange(found, dueOn, parts.get(1))));
  }
}
