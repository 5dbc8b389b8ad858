package app.chancery.oversight;

import app.chancery.integration.Milestone;
import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
    return lines.stream()
        .flatMap(line -> parse(line, milestones, faults).stream())
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

  private static Optional<MilestoneChange> parse(
      String line, List<Milestone> milestones, Faults faults) {
    List<String> parts = CellLine.cells(line);
    if (!faults.check(
        parts.size() == PARTS && !parts.get(1).isBlank(),
        FIELD,
        Words.of("milestoneChange.isNotALineLikeName").formatted(line))) {
      return Optional.empty();
    }
    Optional<Milestone> milestone =
        milestones.stream().filter(each -> each.name().equals(parts.get(0))).findFirst();
    faults.check(
        milestone.isPresent(),
        FIELD,
        Words.of("milestoneChange.thereIsNoMilestone").formatted(parts.get(0)));
    return Dates.read(parts.get(2))
        .orFault(FIELD, faults)
        .flatMap(dueOn -> milestone.map(found -> new MilestoneChange(found, dueOn, parts.get(1))));
  }
}
