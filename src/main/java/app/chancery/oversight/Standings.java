package app.chancery.oversight;

import app.chancery.deliverables.DeliverableKind;
import app.chancery.deliverables.Deliverables;
import app.chancery.dossier.Dossiers;
import app.chancery.engagement.Assessments;
import app.chancery.engagement.Packages;
import app.chancery.engagement.RecordedAssessment;
import app.chancery.integration.Activities;
import app.chancery.integration.Activity;
import app.chancery.integration.Assurance;
import app.chancery.integration.Assurances;
import app.chancery.integration.ExerciseSchedule;
import app.chancery.integration.Milestone;
import app.chancery.integration.Milestones;
import app.chancery.integration.OppositionCheck;
import app.chancery.integration.OppositionChecks;
import app.chancery.integration.Phase;
import app.chancery.integration.Phases;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.programme.Tier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads what is on record of programmes, of many with as many statements as of one. */
@Component
class Standings {

  private final Programmes programmes;
  private final Dossiers dossiers;
  private final Assessments assessments;
  private final Packages packages;
  private final Milestones milestones;
  private final Phases phases;
  private final Activities activities;
  private final ExerciseSchedule schedule;
  private final Assurances assurances;
  private final OppositionChecks oppositionChecks;
  private final Deliverables deliverables;
  private final ReviewRegister register;
  private final Packs packs;
  private final ConditionShiftRegister shifts;

  Standings(
      Programmes programmes,
      Dossiers dossiers,
      Assessments assessments,
      Packages packages,
      Milestones milestones,
      Phases phases,
      Activities activities,
      ExerciseSchedule schedule,
      Assurances assurances,
      OppositionChecks oppositionChecks,
      Deliverables deliverables,
      ReviewRegister register,
      Packs packs,
      ConditionShiftRegister shifts) {
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.packages = packages;
    this.milestones = milestones;
    this.phases = phases;
    this.activities = activities;
    this.schedule = schedule;
    this.assurances = assurances;
    this.oppositionChecks = oppositionChecks;
    this.deliverables = deliverables;
    this.register = register;
    this.packs = packs;
    this.shifts = shifts;
  }

  /** What is on record of a programme for a review of it. */
  Standing before(Review review) {
    return ofEach(List.of(review.programme()), review.id()).get(review.programme());
  }

  /** What is on record of each of the programmes today; unknown ones are left out. */
  Map<String, Standing> ofEach(Collection<String> keys) {
    return ofEach(keys, Long.MAX_VALUE);
  }

  /**
   * @param review id of the review that is prepared: only packs of earlier ones are looked for
   */
  private Map<String, Standing> ofEach(Collection<String> keys, long review) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    Map<String, Dossiers.Filed> filed = dossiers.ofEach(keys);
    Map<String, List<Review>> reviews = register.ofEach(keys);
    Map<String, Pack> lastPacks = packs.lastOfEach(keys, review);
    Map<String, RecordedAssessment> designs = assessments.latestOfEach(keys);
    Map<String, Tier> proposals = packages.proposedTiersOfEndorsed(keys);
    Map<String, List<Milestone>> plans = milestones.ofEach(keys);
    Map<String, List<Phase>> phasesOf = phases.ofEach(keys);
    Map<String, List<Activity>> held = activities.ofEach(keys);
    Map<String, List<LocalDate>> exerciseDays = schedule.daysOfEach(keys);
    Map<String, List<Assurance>> promised = assurances.ofEach(keys);
    Map<String, OppositionCheck> checks = oppositionChecks.latestOfEach(keys);
    Set<String> briefed = deliverables.approvedOf(keys, DeliverableKind.MEDIA_BRIEF);
    Map<String, List<ConditionShift>> reported = shifts.ofEach(keys);
    Map<String, Standing> standings = new HashMap<>();
    for (Programme programme : programmes.all(keys)) {
      String key = programme.key();
      standings.put(
          key,
          new Standing(
              programme,
              filed.get(key),
              reviews.getOrDefault(key, List.of()),
              Optional.ofNullable(lastPacks.get(key)),
              Optional.ofNullable(designs.get(key)),
              Optional.ofNullable(proposals.get(key)),
              plans.getOrDefault(key, List.of()),
              phasesOf.getOrDefault(key, List.of()),
              held.getOrDefault(key, List.of()),
              exerciseDays.getOrDefault(key, List.of()),
              promised.getOrDefault(key, List.of()),
              Optional.ofNullable(checks.get(key)),
              briefed.contains(key),
              reported.getOrDefault(key, List.of())));
    }
    return standings;
  }
}
