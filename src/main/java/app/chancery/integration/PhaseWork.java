package app.chancery.integration;

import app.chancery.engagement.RedesignBeside;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import org.springframework.stereotype.Service;

/** The work of a phase as staff record it. */
@Service
public class PhaseWork {

  private final Days days;
  private final Phases phases;
  private final Activities activities;
  private final Milestones milestones;
  private final RedesignBeside redesign;
  private final DecisionRecords decisions;

  PhaseWork(
      Days days,
      Phases phases,
      Activities activities,
      Milestones milestones,
      RedesignBeside redesign,
      DecisionRecords decisions) {
    this.days = days;
    this.phases = phases;
    this.activities = activities;
    this.milestones = milestones;
    this.redesign = redesign;
    this.decisions = decisions;
  }

  /**
   * Records one thing.
   *
   * @return whether the phase is reported complete
   * @throws Refused naming everything that is missing or wrong; also if the last phase is to be
   *     complete, and the work with it, while its package is being designed anew
   */
  public boolean record(String programme, long phaseId, PhaseEntry entry) {
    if (entry instanceof PhaseEntry.Held held) {
      activities.record(programme, held.activity());
    } else if (entry instanceof PhaseEntry.Met met) {
      meet(programme, met);
    } else if (entry instanceof PhaseEntry.Complete complete) {
      complete(phases.get(phaseId), complete);
    }
    return entry instanceof PhaseEntry.Complete;
  }

  /** Records that a milestone is met; see {@link Milestones#reportMet}. */
  public void meet(String programme, PhaseEntry.Met met) {
    Faults faults = new Faults();
    boolean known =
        met.milestone() != null
            && milestones.of(programme).stream().anyMatch(each -> each.id() == met.milestone());
    faults.check(known, "milestone", Words.of("phaseWork.mustBeAMilestoneOfThe"));
    faults.check(met.metOn() != null, "metOn", Words.of("form.required"));
    faults.check(
        met.metOn() == null || !met.metOn().isAfter(days.today()),
        "metOn",
        Words.of("phaseWork.mustNotBeInTheFuture"));
    faults.check(!blank(met.evidence()), "evidence", Words.of("form.required"));
    faults.refuseIfAny();
    milestones.reportMet(programme, met.milestone(), met.metOn(), met.evidence());
  }

  private void complete(Phase phase, PhaseEntry.Complete complete) {
    if (blank(complete.summary())) {
      throw new Refused("summary", Words.of("phase.summary"));
    }
    if (phases.after(phase).isEmpty() && redesign.isRedesigning(phase.programme())) {
      throw new Refused("entry", Words.of("phase.lastWhileRedesigned"));
    }
    decisions.record(
        phase.programme(),
        Step.INTEGRATION.folder(),
        Words.of("phaseWork.phaseReportedComplete").formatted(phase.instrument().title()),
        complete.summary());
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
