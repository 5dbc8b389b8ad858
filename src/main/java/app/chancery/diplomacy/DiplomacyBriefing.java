package app.chancery.diplomacy;

import app.chancery.documents.Deliverable;
import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.platform.briefing.OpenTask;
import app.chancery.platform.briefing.TaskBriefing;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.PropagandaExposure;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the forms of public diplomacy show. */
@Component
class DiplomacyBriefing implements TaskBriefing {

  static final String DRAFT = "userTask_draftMediaPlan";
  static final String APPROVE = "userTask_approveMediaBrief";
  static final String LAUNCH = "userTask_launchCampaign";
  static final String RESULTS = "userTask_recordCampaignResults";

  private final Campaigns campaigns;
  private final CampaignResults results;
  private final PlanDefaults defaults;
  private final Dossiers dossiers;
  private final Deliverables deliverables;
  private final Days days;

  DiplomacyBriefing(
      Campaigns campaigns,
      CampaignResults results,
      PlanDefaults defaults,
      Dossiers dossiers,
      Deliverables deliverables,
      Days days) {
    this.campaigns = campaigns;
    this.results = results;
    this.defaults = defaults;
    this.dossiers = dossiers;
    this.deliverables = deliverables;
    this.days = days;
  }

  @Override
  public Set<String> tasks() {
    return Set.of(DRAFT, APPROVE, LAUNCH, RESULTS);
  }

  @Override
  public String subject(String task, String programme, Function<String, Object> variables) {
    return task.equals(RESULTS)
        ? results.nextStage((Long) variables.apply("campaign")).map(ResultStage::word).orElse(null)
        : null;
  }

  @Override
  public Map<String, Object> facts(OpenTask task) {
    Dossier dossier = dossiers.of(task.programme());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("candidateName", dossier.name());
    brief(task.programme())
        .ifPresent(
            brief -> {
              facts.put("briefPage", brief.page());
              facts.put("briefVersion", brief.version());
            });
    switch (task.key()) {
      case DRAFT -> draft(task.programme(), dossier, facts);
      case APPROVE -> approve(task.programme(), dossier, facts);
      case LAUNCH -> launch(task.programme(), facts);
      default -> results(Long.parseLong(task.text("campaign")), facts);
    }
    return facts;
  }

  private void draft(String programme, Dossier dossier, Map<String, Object> facts) {
    Optional<Campaign> sentBack =
        campaigns.current(programme).filter(campaign -> !campaign.isApproved());
    MediaPlan plan = sentBack.map(Campaign::plan).orElseGet(() -> defaults.of(programme));
    exposure(dossier, facts);
    facts.put(
        "packageSummary",
        defaults
            .offer(programme)
            .map(
                offer ->
                    Words.of("diplomacyBriefing.thePackageOffersTheTierVersion")
                        .formatted(
                            dossier.name(),
                            offer.tier().word(),
                            offer.version(),
                            offer.justification()))
            .orElse(Words.of("diplomacyBriefing.thereIsNoPackageOnRecord")));
    sentBack
        .map(Campaign::sentBackBecause)
        .ifPresent(reason -> facts.put("sentBackBecause", reason));
    facts.put("policyAim", plan.policyAim());
    numbered(plan.objectives(), "objective", MediaPlan.Objective::objective, facts);
    numbered(plan.objectives(), "baseline", MediaPlan.Objective::baseline, facts);
    numbered(plan.objectives(), "change", MediaPlan.Objective::changeSought, facts);
    numbered(plan.objectives(), "measure", MediaPlan.Objective::measuredBy, facts);
    numbered(plan.audiences(), "audience", MediaPlan.Audience::name, facts);
    numbered(plan.audiences(), "attitude", each -> each.attitude().code(), facts);
    numbered(plan.audiences(), "barriers", MediaPlan.Audience::barriers, facts);
    numbered(plan.audiences(), "action", MediaPlan.Audience::action, facts);
    facts.put("proposition", plan.proposition());
    facts.put("messages", String.join("\n", plan.messages()));
    facts.put("mutualBenefits", String.join("\n", plan.mutualBenefits()));
    numbered(plan.channels(), "channel", MediaPlan.Channel::name, facts);
    numbered(plan.channels(), "channelKind", each -> each.kind().code(), facts);
    numbered(plan.counterNarratives(), "claim", MediaPlan.CounterNarrative::claim, facts);
    numbered(plan.counterNarratives(), "answer", MediaPlan.CounterNarrative::answer, facts);
    numbered(plan.counterNarratives(), "proof", MediaPlan.CounterNarrative::proof, facts);
    facts.put(
        "timeline",
        plan.timeline().stream()
            .map(each -> each.day() + " " + each.what())
            .collect(Collectors.joining("\n")));
    facts.put("budgetEur", plan.budgetEur());
    facts.put("owner", plan.owner());
    facts.put("startsOn", plan.startsOn());
    facts.put("endsOn", plan.endsOn());
  }

  private void approve(String programme, Dossier dossier, Map<String, Object> facts) {
    MediaPlan plan = campaigns.current(programme).orElseThrow().plan();
    exposure(dossier, facts);
    facts.put("policyAim", plan.policyAim());
    facts.put("proposition", plan.proposition());
    facts.put("startsOn", plan.startsOn());
    facts.put("endsOn", plan.endsOn());
    facts.put("budgetEur", plan.budgetEur());
    facts.put("owner", plan.owner());
    facts.put("objectives", objectives(plan));
    facts.put(
        "audiences",
        plan.audiences().stream()
            .map(
                each ->
                    Map.of(
                        "audience", each.name(),
                        "attitude", each.attitude().word(),
                        "action", each.action()))
            .toList());
    facts.put("messages", column("message", plan.messages()));
    facts.put("mutualBenefits", column("benefit", plan.mutualBenefits()));
    facts.put(
        "channels",
        plan.channels().stream()
            .map(each -> Map.of("channel", each.name(), "kind", each.kind().word()))
            .toList());
    facts.put(
        "counterNarratives",
        plan.counterNarratives().stream()
            .map(
                each ->
                    Map.of("claim", each.claim(), "answer", each.answer(), "proof", each.proof()))
            .toList());
  }

  private void launch(String programme, Map<String, Object> facts) {
    MediaPlan plan = campaigns.current(programme).orElseThrow().plan();
    LocalDate today = days.today();
    facts.put("plannedStart", plan.startsOn().toString());
    facts.put("plannedEnd", plan.endsOn().toString());
    facts.put("endIsPast", plan.isOver(today));
    facts.put("launchOn", plan.startsOn().isBefore(today) ? today : plan.startsOn());
    for (int number = 1; number <= plan.channels().size(); number++) {
      MediaPlan.Channel channel = plan.channels().get(number - 1);
      facts.put(
          "channel" + number + "Label", "%s (%s)".formatted(channel.name(), channel.kind().word()));
      facts.put("channel" + number + "Ready", true);
    }
  }

  private void results(long id, Map<String, Object> facts) {
    Campaign campaign = campaigns.get(id);
    ResultStage stage = results.nextStage(id).orElseThrow();
    facts.put("stage", stage.word());
    facts.put("stageCode", stage.code());
    facts.put("stageMeaning", stage.meaning());
    facts.put("launchedOn", campaign.launchedOn());
    facts.put("endsOn", campaign.endsOn());
    facts.put("objectives", objectives(campaign.plan()));
    facts.put(
        "results",
        results.of(id).stream()
            .map(
                each ->
                    Map.of(
                        "stage", each.stage().word(),
                        "measure", each.measure(),
                        "result", each.result(),
                        "source", each.source()))
            .toList());
  }

  private static void exposure(Dossier dossier, Map<String, Object> facts) {
    facts.put("propagandaExposure", dossier.propagandaExposure().word());
    facts.put(
        "propagandaExposureSource",
        Optional.ofNullable(dossier.propagandaExposureSource())
            .orElse(Words.of("diplomacyBriefing.notRecorded")));
    facts.put(
        "counterNarrativeRule",
        dossier.propagandaExposure() == PropagandaExposure.LOW
            ? Words.of("diplomacyBriefing.counterNarrativesAreOptional")
            : Words.of("diplomacyBriefing.theBriefCannotBeApprovedWithout"));
  }

  private Optional<Deliverable> brief(String programme) {
    return deliverables.latest(programme, DeliverableKind.MEDIA_BRIEF);
  }

  private static List<Map<String, String>> objectives(MediaPlan plan) {
    return plan.objectives().stream()
        .map(
            each ->
                Map.of(
                    "objective", each.objective(),
                    "baseline", each.baseline(),
                    "change", each.changeSought(),
                    "measure", each.measuredBy()))
        .toList();
  }

  private static List<Map<String, String>> column(String name, List<String> lines) {
    return lines.stream().map(line -> Map.of(name, line)).toList();
  }

  private static <T> void numbered(
      List<T> rows, String field, Function<T, String> value, Map<String, Object> facts) {
    for (int number = 1; number <= rows.size(); number++) {
      facts.put(field + number, value.apply(rows.get(number - 1)));
    }
  }
}
