package app.chancery.oversight;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.engagement.Packages;
import app.chancery.integration.Progress;
import app.chancery.programme.Programme;
import app.chancery.programme.Programmes;
import app.chancery.readiness.Assessments;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.Dossiers;
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
  private final Progress progress;
  private final Deliverables deliverables;
  private final ReviewRegister register;
  private final Packs packs;
  private final ConditionShiftRegister shifts;

  Standings(
      Programmes programmes,
      Dossiers dossiers,
      Assessments assessments,
      Packages packages,
      Progress progress,
      Deliverables deliverables,
      ReviewRegister register,
      Packs packs,
      ConditionShiftRegister shifts) {
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.packages = packages;
    this.progress = progress;
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
    Map<String, Progress.Work> work = progress.ofEach(keys);
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
              work.get(key),
              briefed.contains(key),
              reported.getOrDefault(key, List.of())));
    }
    return standings;
  }
}
