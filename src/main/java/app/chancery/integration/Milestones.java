package app.chancery.integration;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.PlannedMilestone;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The milestones of all programmes. */
@Service
public class Milestones {

  private final MilestoneRegister register;
  private final Days days;
  private final DecisionRecords decisions;

  Milestones(MilestoneRegister register, Days days, DecisionRecords decisions) {
    this.register = register;
    this.days = days;
    this.decisions = decisions;
  }

  /** The milestones of the newest package under which integration was prepared, by due date. */
  public List<Milestone> of(String programme) {
    return ofEach(List.of(programme)).getOrDefault(programme, List.of());
  }

  /** The same of several programmes, by programme; those without any are left out. */
  public Map<String, List<Milestone>> ofEach(Collection<String> programmes) {
    return register.newestOf(programmes).stream()
        .collect(Collectors.groupingBy(Milestone::programme));
  }

  /**
   * The milestone of that id.
   *
   * @throws NotFound if the programme has none of that id in its newest package
   */
  public Milestone get(String programme, long id) {
    return of(programme).stream()
        .filter(milestone -> milestone.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Words.of("none.milestone").formatted(programme, id)));
  }

  /**
   * Somebody reports a milestone met.
   *
   * @param on not in the future
   * @param evidence what shows it, with its source
   * @throws app.chancery.platform.refusal.Refused if it is met already, the day is in the future or
   *     the evidence is missing; fields {@code milestone}, {@code metOn}, {@code evidence}
   */
  public void reportMet(String programme, long id, LocalDate on, String evidence) {
    Milestone milestone = get(programme, id);
    Faults faults = new Faults();
    faults.check(
        !milestone.isMet(),
        "milestone",
        Words.of("milestones.isMetAlready").formatted(milestone.name()));
    faults.check(!on.isAfter(days.today()), "metOn", Words.of("milestones.mustNotBeInTheFuture"));
    faults.check(!evidence.isBlank(), "evidence", Words.of("form.required"));
    faults.refuseIfAny();
    register.meet(id, on, evidence);
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("milestones.milestoneMet").formatted(milestone.name()),
        evidence + " (" + Dates.words(on) + ")");
  }

  void adjust(String programme, long id, String target, LocalDate dueOn, String why) {
    Milestone milestone = get(programme, id);
    Faults faults = new Faults();
    faults.check(
        !milestone.isMet(),
        "milestone",
        Words.of("milestones.isMetAlready").formatted(milestone.name()));
    faults.check(!target.isBlank(), "milestoneTarget", Words.of("form.required"));
    faults.check(
        !dueOn.isBefore(days.today()), "milestoneDueOn", Words.of("milestones.mustNotBeInThePast"));
    faults.refuseIfAny();
    register.adjust(id, target, dueOn);
    decisions.record(
        programme,
        Step.INTEGRATION.folder(),
        Words.of("milestones.milestoneAdjustedFromByToBy")
            .formatted(
                milestone.name(),
                milestone.target(),
                Dates.words(milestone.dueOn()),
                target,
                Dates.words(dueOn)),
        why);
  }

  /** The milestones that accession talks wait for (rule 5). */
  public List<Milestone> interoperability(String programme) {
    return of(programme).stream().filter(Milestone::interoperability).toList();
  }

  /**
   * @param delay in days, of the whole plan; not negative
   */
  void add(EngagementPackage endorsed, PlannedMilestone planned, long delay) {
    register.add(endorsed, planned, planned.dueOn().plusDays(delay));
  }

  /** What was met under an earlier package with the same target stays met under the newest. */
  void carryOver(String programme) {
    List<Milestone> met = register.met(programme);
    for (Milestone now : of(programme)) {
      met.stream()
          .filter(
              before -> before.name().equals(now.name()) && before.target().equals(now.target()))
          .findFirst()
          .ifPresent(before -> register.carry(before, now));
    }
  }
}
