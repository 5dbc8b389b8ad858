package app.chancery.diplomacy;

import static app.chancery.documents.Document.row;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
import app.chancery.platform.security.Signatures;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossier;
import app.chancery.records.dossier.Dossiers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Compiles the media brief from the plan on record, and later from its results. */
@Service
public class MediaBriefs {

  private final Campaigns campaigns;
  private final CampaignResults results;
  private final Dossiers dossiers;
  private final Deliverables deliverables;
  private final Notices notices;
  private final Signatures signatures;

  MediaBriefs(
      Campaigns campaigns,
      CampaignResults results,
      Dossiers dossiers,
      Deliverables deliverables,
      Notices notices,
      Signatures signatures) {
    this.campaigns = campaigns;
    this.results = results;
    this.dossiers = dossiers;
    this.deliverables = deliverables;
    this.notices = notices;
    this.signatures = signatures;
  }

  /** Files the brief of the newest plan as a draft and tells all Allies what it proposes. */
  public void compile(String programme) {
    Campaign campaign =
        campaigns
            .current(programme)
            .orElseThrow(() -> new NotFound(Words.of("none.mediaPlan").formatted(programme)));
    Document brief = brief(campaign);
    deliverables.draft(programme, DeliverableKind.MEDIA_BRIEF, brief);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.BRIEF_PROPOSED,
            programme,
            Step.DIPLOMACY.folder(),
            NoticePlace.programme(),
            brief.summary()));
  }

  /**
   * The executives decide on the brief that was compiled last.
   *
   * @return whether it is approved
   * @throws app.chancery.platform.refusal.Refused if it may not be approved (rule 6)
   */
  public boolean decide(String programme, BriefDecision decision, String why) {
    if (decision == BriefDecision.SEND_BACK) {
      campaigns.sendBack(programme, why);
      return false;
    }
    campaigns.approve(programme, why);
    deliverables.approve(programme, DeliverableKind.MEDIA_BRIEF);
    return true;
  }

  /** Issues the brief again, with all that was recorded of its effect: the campaign is over. */
  public void issueWithResults(long id) {
    Campaign campaign = campaigns.get(id);
    results.complete(id);
    Document brief = brief(campaign);
    List<CampaignResult> all = results.of(campaign.id());
    Map<ResultStage, String> lessons = results.lessons(campaign.id());
    for (ResultStage stage : lessons.keySet()) {
      brief = brief.with(section(stage, all, lessons.get(stage)));
    }
    deliverables.issue(campaign.programme(), DeliverableKind.MEDIA_BRIEF, brief);
  }

  private Document brief(Campaign campaign) {
    MediaPlan plan = campaign.plan();
    Dossier dossier = dossiers.of(campaign.programme());
    return Document.titled(
            "Media brief: " + dossier.name(),
            "Campaign %s for %s, planned from %s to %s: %s"
                .formatted(
                    campaign.number(),
                    dossier.name(),
                    Dates.words(plan.startsOn()),
                    Dates.words(plan.endsOn()),
                    PlainText.sentence(plan.proposition())))
        .with(objectives(plan))
        .with(audiences(plan))
        .with(strategy(plan))
        .with(counterNarratives(plan, dossier))
        .with(implementation(campaign))
        .with(scoring(campaign));
  }

  private static Section objectives(MediaPlan plan) {
    return Section.headed("Objectives")
        .fact("Aim of the programme", plan.policyAim())
        .table(
            "What communication is to change",
            List.of("Objective", "Baseline", "Change sought"),
            plan.objectives(),
            each -> row(each.objective(), each.baseline(), each.changeSought()),
            "No objective");
  }

  private static Section audiences(MediaPlan plan) {
    return Section.headed("Audiences")
        .table(
            "Who is addressed",
            List.of("Audience", "Attitude today", "Barriers", "What is wanted of them"),
            plan.audiences(),
            each -> row(each.name(), each.attitude().word(), each.barriers(), each.action()),
            "No audience");
  }

  private static Section strategy(MediaPlan plan) {
    return Section.headed("Strategy")
        .fact("Proposition", plan.proposition())
        .list("Messages", plan.messages(), "No message")
        .list("Mutual benefits", plan.mutualBenefits(), "No benefit named")
        .table(
            "Channels",
            List.of("Channel", "Kind"),
            plan.channels(),
            each -> row(each.name(), each.kind().word()),
            "No channel");
  }

  private static Section counterNarratives(MediaPlan plan, Dossier dossier) {
    return Section.headed("Counter-narratives")
        .fact("Propaganda exposure", dossier.propagandaExposure().word())
        .fact("Source", dossier.propagandaExposureSource())
        .table(
            "Hostile claims and answers",
            List.of("Claim", "Answer", "Proof"),
            plan.counterNarratives(),
            each -> row(each.claim(), each.answer(), each.proof()),
            "The plan has no counter-narratives.");
  }

  private Section implementation(Campaign campaign) {
    MediaPlan plan = campaign.plan();
    LocalDate firstDay = campaign.isLaunched() ? campaign.launchedOn() : plan.startsOn();
    Section section =
        Section.headed("Implementation")
            .fact("Owner", plan.owner())
            .fact("Budget", String.format(Words.language(), "EUR %,d", plan.budgetEur()))
            .fact("First day", firstDay)
            .fact("Last day", plan.endsOn());
    if (campaign.isLaunched()) {
      section =
          section.fact(
              "Launched over",
              campaigns.launchedOver(campaign.id()).stream()
                  .map(MediaPlan.Channel::name)
                  .collect(Collectors.joining("; ")));
    }
    return section
        .showing(picture(plan, firstDay))
        .table(
            "Timeline",
            List.of("Day", "Activity"),
            plan.timeline(),
            each -> row(each.day(), each.what()),
            "No activity planned");
  }

  /** Nobody records whether an activity took place, so none is shown as done. */
  private static Picture picture(MediaPlan plan, LocalDate firstDay) {
    Stream<Lane> campaign =
        plan.endsOn().isBefore(firstDay)
            ? Stream.of()
            : Stream.of(Lane.spanning("The campaign", firstDay, plan.endsOn()));
    return new Picture.Timeline(
        "The campaign in time",
        null,
        Stream.concat(
                campaign,
                plan.timeline().stream().map(each -> Lane.at(each.what(), each.day(), false)))
            .toList());
  }

  private Section scoring(Campaign campaign) {
    MediaPlan plan = campaign.plan();
    return Section.headed("Scoring")
        .saying(
            "Effect is told in three stages; after each it is reviewed whether the objectives are met, and the plan is renewed from what was learned.")
        .table(
            "How success is known",
            List.of("Objective", "Measured by"),
            plan.objectives(),
            each -> row(each.objective(), each.measuredBy()),
            "No objective")
        .table(
            "What is reported when",
            List.of("Stage", "What it tells", "Known from"),
            List.of(ResultStage.values()),
            stage ->
                row(
                    stage.word(),
                    stage.meaning(),
                    results.knownFrom(
                        stage, campaign.isLaunched() ? campaign.endsOn() : plan.endsOn())),
            "Nothing");
  }

  private Section section(ResultStage stage, List<CampaignResult> all, String lesson) {
    return Section.headed("Results: " + stage.word())
        .fact("What was learned", lesson)
        .table(
            "Found: " + stage.meaning(),
            List.of("Measure", "Result", "Source", "Recorded by"),
            all.stream().filter(result -> result.stage() == stage).toList(),
            result ->
                row(
                    result.measure(),
                    result.result(),
                    result.source(),
                    signatures.of(result.recordedBy())),
            "Nothing recorded");
  }
}
