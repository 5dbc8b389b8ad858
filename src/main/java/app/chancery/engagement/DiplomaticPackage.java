package app.chancery.engagement;

import static app.chancery.documents.Document.row;

import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.ReadinessSection;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Days;
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
            "Diplomatic package for " + name,
            "%s is offered the tier %s, through these instruments: %s."
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
        .with(PackageSections.offer(Section.headed("Offer"), offered))
        .with(instruments(offered, capacity))
        .with(PackageSections.milestones(Section.headed("Milestones"), offered))
        .with(responsibilities(offered))
        .with(Section.headed("Justification").saying(offered.justification()))
        .with(decisions(offered));
  }

  private static Section tier(EngagementPackage offered, RecordedAssessment assessment) {
    Section section =
        Section.headed("Tier")
            .fact("Offered tier", offered.tier().word())
            .fact("Proposed tier", offered.proposedTier().word())
            .fact("Reason", offered.tierReason())
            .fact("Version of the package", offered.version());
    for (String sentence : assessment.explanation()) {
      section = section.saying(sentence);
    }
    return section;
  }

  private Section readiness(EngagementPackage offered, RecordedAssessment assessment) {
    Section section =
        Section.headed("Readiness")
            .fact("Assessed on", assessment.assessedOn())
            .fact("Tier by the scores alone", assessment.uncappedTier().word());
    return readiness
        .show(section, dossiers.of(offered.programme()).region(), assessment.scores())
        .table(
            "Caps",
            List.of("At most", "Because"),
            assessment.caps(),
            cap -> row(cap.limitsTo().word(), cap.because()),
            "No cap applies.");
  }

  private static Section instruments(EngagementPackage offered, CapacityUse capacity) {
    return PackageSections.instruments(
        Section.headed("Instruments, cost and time")
            .saying(capacity.sentence())
            .showing(PackageSections.timeline(offered)),
        offered);
  }

  private Section responsibilities(EngagementPackage offered) {
    return Section.headed("Responsibilities")
        .saying(
            "R does the work, A alone answers for it and signs off, C is asked before, I is told afterwards.")
        .table(
            "Who is responsible, accountable, consulted and informed",
            List.of(
                "Instrument",
                "Work",
                "Responsible (R)",
                "Accountable (A)",
                "Consulted (C)",
                "Informed (I)"),
            responsibilities.of(offered.instruments()),
            work ->
                row(
                    work.instrument().title(),
                    work.what(),
                    work.responsible(),
                    work.accountable(),
                    work.consulted(),
                    work.informed()),
            "No responsibilities.");
  }

  private Section decisions(EngagementPackage offered) {
    return Section.headed("Decisions that led here")
        .table(
            "Decisions of this step",
            List.of("When", "Who", "What", "Why"),
            decisions.of(offered.programme()).stream()
                .filter(decision -> decision.step().equals(Step.ENGAGEMENT.folder()))
                .toList(),
            decision ->
                row(
                    days.of(decision.decidedAt()),
                    signatures.of(decision.decidedBy()),
                    decision.what(),
                    decision.why()),
            "No decisions.");
  }
}
