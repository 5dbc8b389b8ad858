package app.chancery.integration;

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
      because.add("The package has no interoperability milestone.");
    }
    if (!unmet.isEmpty()) {
      because.add(
          "The interoperability milestone is not met: %s."
              .formatted(unmet.stream().map(Milestone::name).collect(Collectors.joining(", "))));
    }
    Optional<OppositionCheck> checked = opposition.latest(programme);
    if (checked.isEmpty()) {
      because.add("Domestic opposition has not been checked.");
    }
    boolean blocking =
        checked.filter(check -> check.finding() == OppositionFinding.BLOCKING).isPresent();
    if (blocking) {
      because.add("The last check found %s.".formatted(OppositionFinding.BLOCKING.word()));
    }
    boolean inForce = phases.accession(programme).map(assurances::areInForce).orElse(false);
    if (!inForce) {
      because.add("The assurances of the accession phase are not in force.");
    }
    return new GateFinding(
        !needed.isEmpty() && unmet.isEmpty(), checked.isPresent() && !blocking, inForce, because);
  }
}
