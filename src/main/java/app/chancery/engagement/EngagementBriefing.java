package app.chancery.engagement;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Programmes;
import app.chancery.programme.Step;
import app.chancery.readiness.Assessments;
import app.chancery.readiness.Dimension;
import app.chancery.readiness.PackageTemplates;
import app.chancery.readiness.Policies;
import app.chancery.readiness.Policy;
import app.chancery.readiness.RecordedAssessment;
import app.chancery.readiness.Tier;
import app.chancery.records.DecisionRecords;
import app.chancery.stakeholders.SummaryForPlanners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of step 2 show. */
@Component
class EngagementBriefing implements TaskBriefing {

  static final String DRAFT_OFFER = "userTask_draftOffer";
  static final String APPROVE_TIER_RAISE = "userTask_approveTierRaise";
  static final String DECIDE_OVERSTRETCH = "userTask_decideOverstretch";
  static final String APPROVE_PACKAGE = "userTask_approvePackage";

  private final Programmes programmes;
  private final PackageDesign design;
  private final Assessments assessments;
  private final Packages packages;
  private final OfferWriting writing;
  private final Capacity capacity;
  private final Policies policies;
  private final DecisionRecords decisions;
  private final Days days;
  private final Deliverables deliverables;
  private final SummaryForPlanners stakeholders;
  private final Signatures signatures;

  EngagementBriefing(
      Programmes programmes,
      PackageDesign design,
      Assessments assessments,
      Packages packages,
      OfferWriting writing,
      Capacity capacity,
      Policies policies,
      DecisionRecords decisions,
      Days days,
      Deliverables deliverables,
      SummaryForPlanners stakeholders,
      Signatures signatures) {
    this.programmes = programmes;
    this.design = design;
    this.assessments = assessments;
    this.packages = packages;
    this.writing = writing;
    this.capacity = capacity;
    this.policies = policies;
    this.decisions = decisions;
    this.days = days;
    this.deliverables = deliverables;
    this.stakeholders = stakeholders;
    this.signatures = signatures;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(DRAFT_OFFER, APPROVE_TIER_RAISE, DECIDE_OVERSTRETCH, APPROVE_PACKAGE);
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("candidateName", programmes.get(task.programme()).name());
    switch (task.key()) {
      case DRAFT_OFFER -> {
        decisions(task.programme(), facts);
        assessment(task.programme(), facts);
        offerToDraft(task.programme(), facts);
      }
      case APPROVE_TIER_RAISE -> {
        assessment(task.programme(), facts);
        offer(packages.current(task.programme()), facts);
      }
      case DECIDE_OVERSTRETCH -> {
        offer(packages.current(task.programme()), facts);
        capacity(packages.current(task.programme()), facts);
      }
      default -> {
        decisions(task.programme(), facts);
        offer(packages.current(task.programme()), facts);
        capacity(packages.current(task.programme()), facts);
        document(task.programme(), facts);
      }
    }
    return facts;
  }

  private void assessment(String programme, Map<String, Object> facts) {
    RecordedAssessment assessment = assessments.latest(programme).orElseThrow();
    facts.put(
        "explanation",
        assessment.explanation().stream().map(line -> "• " + line).collect(joinedLines()));
    Policy judgedBy = policies.in(assessment.policy());
    Map<Dimension, String> policy = judgedBy.thresholds().of(programme);
    facts.put(
        "scores",
        Arrays.stream(Dimension.values())
            .map(
                dimension ->
                    Map.of(
                        "dimension",
                        dimension.label(),
                        "score",
                        assessment.scores().in(dimension),
                        "thresholds",
                        policy.get(dimension)))
            .toList());
    facts.put("hasCaps", !assessment.caps().isEmpty());
    facts.put(
        "caps",
        assessment.caps().stream()
            .map(
                cap ->
                    Map.of(
                        "rule",
                        cap.rule(),
                        "limitsTo",
                        cap.limitsTo().word(),
                        "because",
                        cap.because()))
            .toList());
  }

  /** The form begins with the draft that came back, or else with the template of the tier. */
  private void offerToDraft(String programme, Map<String, Object> facts) {
    Proposal proposal = design.proposal(programme);
    PackageTemplates templates = design.templates(programme);
    facts.put("proposedTier", proposal.tier().word());
    facts.put("ceiling", proposal.ceiling().word());
    facts.put("hasMandate", proposal.mandate().isPresent());
    facts.put(
        "mandate",
        proposal
            .mandate()
            .map(
                mandate ->
                    Words.of("engagementBriefing.theHasDecidedThatTheDesign")
                        .formatted(
                            mandate.origin().word(), mandate.tier().word(), mandate.reason()))
            .orElse(""));
    facts.put("stakeholders", releasable(programme));
    facts.put(
        "tiers",
        Arrays.stream(Tier.values())
            .filter(tier -> !proposal.ceiling().isBelow(tier))
            .map(tier -> Map.of("label", tier.word(), "value", tier.code()))
            .toList());
    facts.put(
        "offers", Arrays.stream(Tier.values()).flatMap(tier -> offers(tier, templates)).toList());
    templates(templates, facts);
    packages
        .findCurrent(programme)
        .filter(current -> current.status() == EngagementPackage.Status.DRAFT)
        .ifPresentOrElse(
            current -> {
              facts.put("tier", current.tier().code());
              facts.put("rowsTier", current.tier().code());
              facts.put(
                  "tierReason",
                  current.tier() == current.proposedTier() ? "" : current.tierReason());
              terms(current.terms(), facts);
            },
            () -> {
              facts.put("tier", proposal.suggested().code());
              facts.put("rowsTier", proposal.suggested().code());
              facts.put("tierReason", mandatedReason(proposal));
              terms(writing.template(proposal.suggested(), templates), facts);
            });
  }

  /** What the template of each tier says, for whoever chooses another tier than the rows are of. */
  private void templates(PackageTemplates templates, Map<String, Object> facts) {
    facts.put("templateOfStrategicPartner", template(Tier.STRATEGIC_PARTNER, templates));
    facts.put("templateOfInterimAlly", template(Tier.INTERIM_ALLY, templates));
    facts.put("templateOfFullCandidate", template(Tier.FULL_CANDIDATE, templates));
  }

  private String template(Tier tier, PackageTemplates templates) {
    PackageTerms terms = writing.template(tier, templates);
    return Words.of("engagementBriefing.template")
        .formatted(
            tier.word(),
            bullets(terms.securityAssurances()),
            bullets(terms.economicCooperation()),
            bullets(terms.jointTraining()),
            bullets(terms.milestones().stream().map(PlannedMilestone::line).toList()));
  }

  private static String bullets(List<String> lines) {
    return lines.stream().map(line -> "• " + line).collect(joinedLines());
  }

  private static String mandatedReason(Proposal proposal) {
    return proposal
        .mandate()
        .filter(mandate -> proposal.suggested() != proposal.tier())
        .map(
            mandate ->
                Words.of("engagementBriefing.mandateOfThe")
                    .formatted(mandate.origin().word(), mandate.reason()))
        .orElse("");
  }

  private static Stream<Map<String, String>> offers(Tier tier, PackageTemplates templates) {
    return templates.instruments(tier).stream()
        .map(
            offer ->
                Map.of(
                    "tier",
                    tier.word(),
                    "instrument",
                    offer.instrument().title(),
                    "cost",
                    "%s (%s)".formatted(offer.cost(), offer.costNature()),
                    "reach",
                    offer.reach(),
                    "months",
                    Words.of("engagementBriefing.to")
                        .formatted(offer.monthsMin(), offer.monthsMax())));
  }

  private String releasable(String programme) {
    String lines =
        stakeholders.releasable(programme).stream().map(line -> "• " + line).collect(joinedLines());
    return lines.isEmpty()
        ? Words.of("engagementBriefing.nothingIsReleasedFromTheStakeholder")
        : lines;
  }

  private static void terms(PackageTerms terms, Map<String, Object> facts) {
    facts.put("securityAssurances", String.join("\n", terms.securityAssurances()));
    facts.put("economicCooperation", String.join("\n", terms.economicCooperation()));
    facts.put("jointTraining", String.join("\n", terms.jointTraining()));
    facts.put(
        "milestones",
        terms.milestones().stream().map(PlannedMilestone::line).collect(joinedLines()));
    facts.put("justification", terms.justification());
  }

  private static void offer(EngagementPackage offered, Map<String, Object> facts) {
    facts.put("tier", offered.tier().word());
    facts.put("proposedTier", offered.proposedTier().word());
    facts.put("tierReason", offered.tierReason());
    facts.put("justification", offered.justification());
    facts.put("instruments", offered.instruments().stream().map(PlannedInstrument::facts).toList());
    facts.put(
        "milestoneTable", offered.milestones().stream().map(PlannedMilestone::facts).toList());
  }

  private void capacity(EngagementPackage offered, Map<String, Object> facts) {
    CapacityUse use = capacity.with(offered);
    facts.put("capacitySentence", use.sentence());
    facts.put("overstretch", use.boundByOthers() + use.thisPackage() - use.capacity());
    facts.put("others", others(capacity.sharesBeside(offered.programme())));
  }

  private static List<Map<String, Object>> others(Packages.Shares shares) {
    List<Map<String, Object>> lines = new ArrayList<>();
    shares
        .largest()
        .forEach(
            share ->
                lines.add(
                    Map.of(
                        "programme",
                        share.programme(),
                        "tier",
                        share.tier().word(),
                        "points",
                        share.points())));
    if (shares.of() > lines.size()) {
      lines.add(
          Map.of("programme", Words.counted("package.capacity.more", shares.of() - lines.size())));
    }
    return lines;
  }

  private void decisions(String programme, Map<String, Object> facts) {
    facts.put(
        "decisions",
        decisions.of(programme).stream()
            .filter(decision -> decision.step().equals(Step.ENGAGEMENT.folder()))
            .map(
                decision ->
                    Map.of(
                        "when",
                        days.of(decision.decidedAt()).toString(),
                        "who",
                        signatures.of(decision.decidedBy()),
                        "what",
                        decision.what(),
                        "why",
                        decision.why()))
            .toList());
  }

  private void document(String programme, Map<String, Object> facts) {
    Deliverable draft =
        deliverables.latest(programme, DeliverableKind.DIPLOMATIC_PACKAGE).orElseThrow();
    facts.put("packagePage", draft.page());
    facts.put("packageVersion", draft.version());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joinedLines() {
    return Collectors.joining("\n");
  }
}
