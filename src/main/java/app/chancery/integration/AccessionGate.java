package app.chancery.integration;

import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The gate to accession talks (rules 5 and 7). */
@Service
public class AccessionGate {

  private final Milestones milestones;
  private final OppositionChecks opposition;
  private final Phases phases;
  private final Assurances assurances;
  private final Notices notices;

  AccessionGate(
      Milestones milestones,
      OppositionChecks opposition,
      Phases phases,
      Assurances assurances,
      Notices notices) {
    this.milestones = milestones;
    this.opposition = opposition;
    this.phases = phases;
    this.assurances = assurances;
    this.notices = notices;
  }

  /** Finds what blocks, and tells those who can clear it. */
  public GateFinding check(String programme) {
    GateFinding finding = finding(programme);
    if (!finding.isOpen()) {
      notices.tell(
          Message.of(
              NoticeKind.TALKS_HELD_BACK,
              programme,
              Step.INTEGRATION.folder(),
              NoticePlace.programme(),
              String.join(" ", finding.because())),
          finding.whoCanClear());
    }
    return finding;
  }

  /** Finds what blocks. */
  public GateFinding finding(String programme) {
    List<String> because = new ArrayList<>();
    List<Milestone> needed = milestones.interoperability(programme);
    List<Milestone> unmet = needed.stream().filter(each -> !each.isMet()).toList();
    if (needed.isEmpty()) {
      because.add(Words.of("accessionGate.thePackageHasNoInteroperabilityMilestone"));
    }
    if (!unmet.isEmpty()) {
      because.add(
          Words.of("accessionGate.theInteroperabilityMilestoneIsNotMet")
              .formatted(unmet.stream().map(Milestone::name).collect(Collectors.joining(", "))));
    }
    Optional<OppositionCheck> checked = opposition.latest(programme);
    if (checked.isEmpty()) {
      because.add(Words.of("accessionGate.domesticOppositionHasNotBeenChecked"));
    }
    boolean blocking =
        checked.filter(check -> check.finding() == OppositionFinding.BLOCKING).isPresent();
    if (blocking) {
      because.add(
          Words.of("accessionGate.theLastCheckFound").formatted(OppositionFinding.BLOCKING.word()));
    }
    boolean inForce = phases.accession(programme).map(assurances::areInForce).orElse(false);
    if (!inForce) {
      because.add(Words.of("accessionGate.theAssurancesOfTheAccessionPhase"));
    }
    return new GateFinding(
        !needed.isEmpty() && unmet.isEmpty(), checked.isPresent() && !blocking, inForce, because);
  }
}
