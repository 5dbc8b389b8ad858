package app.chancery.engagement;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.ReadinessSection;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.records.DecisionRecords;
import app.chancery.records.dossier.Dossiers;
import java.util.List;
import org.springframework.stereotype.Service;

/** The deliverable of step 2, from recorded data only. */
@Service
class DiplomaticPackage {

  private final Programmes programmes;
  private final Dossiers dossiers;
  private final DecisionRecords decisions;
  private final Days days;
  private final Responsibilities responsibilities;
  private final ReadinessSection readiness;
  private final Signatures signatures;

  DiplomaticPackage(
      Programmes programmes,
      Dossiers dossiers,
      DecisionRecords decisions,
      Days days,
      Responsibilities responsibilities,
      ReadinessSection readiness,
      Signatures signatures) {
    this.programmes = programmes;
    this.dossiers = dossiers;
    this.decisions = decisions;
    this.days = days;
    this.responsibilities = responsibilities;
    this.readiness = readiness;
    this.signatures = signatures;
  }

  Document of(EngagementPackage offered, RecordedAssessment assessment, CapacityUse capacity) {
    String name = programmes.get(offered.programme()).name();
    return Document.titled(
            Words.of("diplomaticPackage.diplomaticPackageFor").formatted(name),
            Words.of("diplomaticPackage.isOfferedTheTierThroughThese")
                .formatted(
                    name,
                    offered.tier().word(),
                    String.join(
                        ", ",
                        offered.instruments().stream()
                            .map(planned -> planned.instrument().title())
                            .toList())))
        .with(tier(offered, assessment))
        .with(readiness(offered, assessment))
        .with(PackageSections.offer(Section.headed(Words.of("diplomaticPackage.offer")), offered))
        .with(instruments(offered, capacity))
        .with(
            PackageSections.milestones(
                Section.headed(Words.of("diplomaticPackage.milestones")), offered))
        .with(responsibilities(offered))
        .with(
            Section.headed(Words.of("diplomaticPackage.justification"))
                .saying(offered.justification()))
        .with(decisions(offered));
  }

  private static Section tier(EngagementPackage offered, RecordedAssessment assessment) {
    Section section =
        Section.headed(Words.of("diplomaticPackage.tier"))
            .fact(Words.of("diplomaticPackage.offeredTier"), offered.tier().word())
            .fact(Words.of("diplomaticPackage.proposedTier"), offered.proposedTier().word())
            .fact(Words.of("diplomaticPackage.reason"), offered.tierReason())
            .fact(Words.of("diplomaticPackage.versionOfThePackage"), offered.version());
    for (String sentence : assessment.explanation()) {
      section = section.saying(sentence);
    }
    return section;
  }

  private Section readiness(EngagementPackage offered, RecordedAssessment assessment) {
    Section section =
        Section.headed(Words.of("diplomaticPackage.readiness"))
            .fact(Words.of("diplomaticPackage.assessedOn"), assessment.assessedOn())
            .fact(
                Words.of("diplomaticPackage.tierByTheScoresAlone"),
                assessment.uncappedTier().word());
    return readiness
        .show(
            section,
            dossiers.of(offered.programme()).region(),
            assessment.scores(),
            assessment.policy())
        .table(
            Words.of("diplomaticPackage.caps"),
            List.of(Words.of("diplomaticPackage.atMost"), Words.of("diplomaticPackage.because")),
            assessment.caps(),
            cap -> row(cap.limitsTo().word(), cap.because()),
            Words.of("diplomaticPackage.noCapApplies"));
  }

  private static Section instruments(EngagementPackage offered, CapacityUse capacity) {
    return PackageSections.instruments(
        Section.headed(Words.of("diplomaticPackage.instrumentsCostAndTime"))
            .saying(capacity.sentence())
            .showing(PackageSections.timeline(offered)),
        offered);
  }

  private Section responsibilities(EngagementPackage offered) {
    return Section.headed(Words.of("diplomaticPackage.responsibilities"))
        .saying(Words.of("diplomaticPackage.rDoesTheWorkAAlone"))
        .table(
            Words.of("diplomaticPackage.whoIsResponsibleAccountableConsultedAnd"),
            List.of(
                Words.of("diplomaticPackage.instrument"),
                Words.of("diplomaticPackage.work"),
                Words.of("diplomaticPackage.responsibleR"),
                Words.of("diplomaticPackage.accountableA"),
                Words.of("diplomaticPackage.consultedC"),
                Words.of("diplomaticPackage.informedI")),
            responsibilities.of(offered.instruments()),
            work ->
                row(
                    work.instrument().title(),
                    work.what(),
                    work.responsible(),
                    work.accountable(),
                    work.consulted(),
                    work.informed()),
            Words.of("diplomaticPackage.noResponsibilities"));
  }

  private Section decisions(EngagementPackage offered) {
    return Section.headed(Words.of("diplomaticPackage.decisionsThatLedHere"))
        .table(
            Words.of("diplomaticPackage.decisionsOfThisStep"),
            List.of(
                Words.of("diplomaticPackage.when"),
                Words.of("diplomaticPackage.who"),
                Words.of("diplomaticPackage.what"),
                Words.of("diplomaticPackage.why")),
            decisions.of(offered.programme()).stream()
                .filter(decision -> decision.step().equals(Step.ENGAGEMENT.folder()))
                .toList(),
            decision ->
                row(
                    days.of(decision.decidedAt()),
                    signatures.of(decision.decidedBy()),
                    decision.what(),
                    decision.why()),
            Words.of("diplomaticPackage.noDecisions"));
  }
}
