package app.chancery.engagement;

import app.chancery.refusal.Faults;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A measurable target that a package sets.
 *
 * @param name one that begins with "Interoperability" makes it the milestone that accession talks
 *     wait for (rule 5)
 * @param measure what is measured, and in which unit
 * @param target what the measure must reach
 */
public record PlannedMilestone(String name, String measure, String target, LocalDate dueOn) {

  public MilestoneKind kind() {
    return name.regionMatches(true, 0, "interoperability", 0, "interoperability".length())
        ? MilestoneKind.INTEROPERABILITY
        : MilestoneKind.GENERAL;
  }

  /** A row of a table on a form. */
  public Map<String, String> facts() {
    return Map.of("name", name, "measure", measure, "target", target, "dueOn", dueOn.toString());
  }

  /** As a person writes it on a form: {@code name | measure | target | 2027-06-30}. */
  public String line() {
    return String.join(" | ", name, measure, target, dueOn.toString());
  }

  /**
   * Reads what people wrote on a form, one milestone a line.
   *
   * @param field the field of the form, named in a refusal
   * @throws app.chancery.refusal.Refused naming every bad line by its number
   */
  public static List<PlannedMilestone> ofLines(String field, List<String> lines) {
    Faults faults = new Faults();
    List<PlannedMilestone> milestones = ofLines(field, lines, faults);
    faults.refuseIfAny();
    return milestones;
  }

  static List<PlannedMilestone> ofLines(String field, List<String> lines, Faults faults) {
    List<PlannedMilestone> milestones = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String[] parts = lines.get(number - 1).strip().split("\\s*\\|\\s*", -1);
      if (faults.check(
          parts.length == 4 && List.of(parts).stream().noneMatch(String::isBlank),
          field,
          "line %d must read: name | measure | target | due date".formatted(number))) {
        date(parts[3], field, number, faults)
            .ifPresent(
                due -> milestones.add(new PlannedMilestone(parts[0], parts[1], parts[2], due)));
      }
    }
    return milestones;
  }

  private static java.util.Optional<LocalDate> date(
      String text, String field, int line, Faults faults) {
    try {
      return java.util.Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      faults.add(field, "line %d: '%s' is not a date like 2027-06-30".formatted(line, text));
      return java.util.Optional.empty();
    }
  }
}
