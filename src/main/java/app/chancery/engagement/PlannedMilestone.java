package app.chancery.engagement;

import app.chancery.platform.reading.CellLine;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.MilestoneKind;
import app.chancery.readiness.MilestoneMeasure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A measurable target that a package sets.
 *
 * @param measure what is measured, and in which unit; the code of one that the office knows
 * @param target what the measure must reach
 * @param kind what it is needed for
 */
public record PlannedMilestone(
    String name, String measure, String target, LocalDate dueOn, MilestoneKind kind) {

  /** Whoever wrote it, a person or a table. */
  public PlannedMilestone {
    measure = MilestoneMeasure.codeOf(measure);
  }

  /** The measure as people read it. */
  public String measureInWords() {
    return MilestoneMeasure.inWords(measure);
  }

  /** One that nothing else waits for. */
  public static PlannedMilestone general(
      String name, String measure, String target, LocalDate dueOn) {
    return new PlannedMilestone(name, measure, target, dueOn, MilestoneKind.GENERAL);
  }

  /** One that accession talks wait for. */
  public static PlannedMilestone interoperability(
      String name, String measure, String target, LocalDate dueOn) {
    return new PlannedMilestone(name, measure, target, dueOn, MilestoneKind.INTEROPERABILITY);
  }

  /** A row of a table on a form. */
  public Map<String, String> facts() {
    return Map.of(
        "name", name, "measure", measureInWords(), "target", target, "dueOn", dueOn.toString());
  }

  /**
   * As a person writes it on a form: {@code name | measure | target | 2027-06-30}, and its kind
   * after that unless it is the general one.
   */
  public String line() {
    return kind == MilestoneKind.GENERAL
        ? CellLine.of(name, measureInWords(), target, dueOn)
        : CellLine.of(name, measureInWords(), target, dueOn, kind.word());
  }

  /**
   * Reads what people wrote on a form, one milestone a line.
   *
   * @param field the field of the form, named in a refusal
   * @throws app.chancery.platform.refusal.Refused naming every bad line by its number
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
      List<String> parts = CellLine.cells(lines.get(number - 1));
      if (faults.check(
          (parts.size() == 4 || parts.size() == 5) && parts.stream().noneMatch(String::isBlank),
          field,
          Words.of("plannedMilestone.lineMustReadNameMeasureTarget").formatted(number))) {
        Optional<LocalDate> due =
            Dates.read(parts.get(3))
                .orFault(field, Words.of("plannedMilestone.line").formatted(number), faults);
        Optional<MilestoneKind> kind =
            parts.size() == 4
                ? Optional.of(MilestoneKind.GENERAL)
                : Coded.find(MilestoneKind.class, parts.get(4));
        if (faults.check(
                kind.isPresent(),
                field,
                Words.of("plannedMilestone.line2")
                    .formatted(
                        number, parts.get(parts.size() - 1), Coded.oneOf(MilestoneKind.class)))
            && due.isPresent()) {
          milestones.add(
              new PlannedMilestone(
                  parts.get(0), parts.get(1), parts.get(2), due.get(), kind.get()));
        }
      }
    }
    return milestones;
  }
}
