package app.chancery.engagement;

import app.chancery.decisions.DecisionTables;
import app.chancery.deliverables.Document;
import app.chancery.deliverables.Document.Section;
import app.chancery.programme.Programmes;
import app.chancery.records.DecisionRecord;
import app.chancery.records.DecisionRecords;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The deliverable of step 2, from recorded data only. */
@Service
class DiplomaticPackage {

  private final Programmes programmes;
  private final DecisionRecords decisions;
  private final DecisionTables tables;
  private final Thresholds thresholds;

  DiplomaticPackage(
      Programmes programmes,
      DecisionRecords decisions,
      DecisionTables tables,
      Thresholds thresholds) {
    this.programmes = programmes;
    this.decisions = decisions;
    this.tables = tables;
    this.thresholds = thresholds;
  }

  Document of(EngagementPackage offered, RecordedAssessment assessment, CapacityUse capacity) {
    String name = programmes.get(offered.programme()).name();
    return Document.titled(
            "Diplomatic package for " + name,
            "%s is offered the tier %s, through %s."
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
        .with(offer(offered))
        .with(instruments(offered, capacity))
        .with(milestones(offered))
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
    Map<Dimension, String> policy = thresholds.of(offered.programme());
    return Section.headed("Readiness")
        .fact("Assessed on", assessment.assessedOn())
        .fact("Tier by the scores alone", assessment.uncappedTier().word())
        .table(
            "Scores from 0 to 100",
            List.of("Dimension", "Score", "Thresholds of the policy"),
            Arrays.stream(Dimension.values())
                .map(
                    dimension ->
                        List.of(
                            dimension.label(),
                            String.valueOf(assessment.scores().in(dimension)),
                            policy.get(dimension)))
                .toList(),
            "No scores.")
        .table(
            "Caps",
            List.of("Rule", "At most", "Because"),
            assessment.caps().stream()
                .map(cap -> List.of(cap.rule(), cap.limitsTo().word(), cap.because()))
                .toList(),
            "No cap applies.");
  }

  private static Section offer(EngagementPackage offered) {
    return Section.headed("Offer")
        .table("Security assurances", List.of("Assurance"), lines(offered.securityAssurances()), "")
        .table("Economic cooperation", List.of("Measure"), lines(offered.economicCooperation()), "")
        .table("Joint training", List.of("Measure"), lines(offered.jointTraining()), "");
  }

  private static List<List<String>> lines(List<String> lines) {
    return lines.stream().map(List::of).toList();
  }

  private static Section instruments(EngagementPackage offered, CapacityUse capacity) {
    return Section.headed("Instruments, cost and time")
        .table(
            "Instruments",
            List.of("Instrument", "Cost", "Reach", "From", "To"),
            offered.instruments().stream()
                .map(
                    planned ->
                        List.of(
                            planned.instrument().title(),
                            planned.cost(),
                            planned.reach(),
                            planned.from().toString(),
                            planned.to().toString()))
                .toList(),
            "No instruments.")
        .saying(capacity.sentence());
  }

  private static Section milestones(EngagementPackage offered) {
    return Section.headed("Milestones")
        .table(
            "Milestones",
            List.of("Milestone", "Measure", "Target", "Due"),
            offered.milestones().stream()
                .map(
                    milestone ->
                        List.of(
                            milestone.name(),
                            milestone.measure(),
                            milestone.target(),
                            milestone.dueOn().toString()))
                .toList(),
            "No milestones.");
  }

  private Section responsibilities(EngagementPackage offered) {
    return Section.headed("Responsibilities")
        .table(
            "Who is responsible, accountable, consulted and informed",
            List.of("Instrument", "Work", "Responsible", "Accountable", "Consulted", "Informed"),
            offered.instruments().stream()
                .flatMap(planned -> responsibilities(planned.instrument()).stream())
                .toList(),
            "No responsibilities.");
  }

  private List<List<String>> responsibilities(Instrument instrument) {
    List<Map<String, Object>> rows =
        tables.all("responsibilities", Map.of("instrument", instrument.title()));
    return rows.stream()
        .map(
            row ->
                List.of(
                    instrument.title(),
                    (String) row.get("work"),
                    (String) row.get("responsible"),
                    (String) row.get("accountable"),
                    (String) row.get("consulted"),
                    (String) row.get("informed")))
        .toList();
  }

  private Section decisions(EngagementPackage offered) {
    List<DecisionRecord> taken = decisions.of(offered.programme());
    return Section.headed("Decisions that led here")
        .table(
            "Decisions of this step",
            List.of("When", "Who", "What", "Why"),
            taken.stream()
                .filter(decision -> decision.step().equals(PackageDesign.STEP))
                .map(
                    decision ->
                        List.of(
                            decision.decidedAt().toLocalDate().toString(),
                            decision.decidedBy(),
                            decision.what(),
                            decision.why()))
                .toList(),
            "No decisions.");
  }
}
