package app.chancery.oversight;

import app.chancery.engagement.EngagementPackage;
import app.chancery.engagement.Packages;
import app.chancery.platform.words.Words;
import app.chancery.programme.ProgrammeEnded;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Packages that are designed anew beside the work under the present one. */
@Service
public class Redesigns {

  private final OversightProcess process;
  private final Packages packages;
  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final Notices notices;

  Redesigns(
      OversightProcess process,
      Packages packages,
      Programmes programmes,
      DecisionRecords decisions,
      Notices notices) {
    this.process = process;
    this.packages = packages;
    this.programmes = programmes;
    this.decisions = decisions;
    this.notices = notices;
  }

  /** The council has endorsed the new package: the work begins anew under it. */
  public void replace(String programme) {
    Tier tier = endorsed(programme).tier();
    decisions.record(
        programme,
        Step.OVERSIGHT.folder(),
        Words.of("redesigns.workGoesOnUnderTheNew").formatted(tier.word()),
        Words.of("redesigns.theCouncilHasEndorsedItThe"));
    process.packageReplaced(programme);
  }

  /** The council has endorsed no new package: the programme stays what its present one makes it. */
  public void keep(String programme) {
    Tier tier = endorsed(programme).tier();
    programmes.settleTier(programme, tier);
    packages.drop(programme);
    decisions.record(
        programme,
        Step.OVERSIGHT.folder(),
        Words.of("redesigns.theTierStays").formatted(tier.word()),
        Words.of("redesigns.thereWasNoConsensusOnAnother"));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.TIER_KEPT,
            programme,
            Step.OVERSIGHT.folder(),
            NoticePlace.programme(),
            tier.word()));
  }

  @EventListener
  void programmeEnded(ProgrammeEnded end) {
    process.redesignDropped(end.programme());
  }

  private EngagementPackage endorsed(String programme) {
    return packages
        .endorsed(programme)
        .orElseThrow(() -> new IllegalStateException(programme + " has no endorsed package"));
  }
}
