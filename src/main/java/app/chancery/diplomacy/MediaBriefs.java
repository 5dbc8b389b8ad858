package app.chancery.diplomacy;

import static app.chancery.documents.Document.row;

import app.chancery.documents.DeliverableKind;
import app.chancery.documents.Deliverables;
import app.chancery.documents.Document;
import app.chancery.documents.Document.Section;
import app.chancery.documents.Picture;
import app.chancery.documents.Picture.Lane;
import app.chancery.platform.people.Signatures;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.PlainText;
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
            Words.of("mediaBriefs.mediaBrief").formatted(dossier.name()),
            Words.of("mediaBriefs.campaignForPlannedFromTo")
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
    return Section.headed(Words.of("mediaBriefs.objectives"))
        .fact(Words.of("mediaBriefs.aimOfTheProgramme"), plan.policyAim())
        .table(
            Words.of("mediaBriefs.whatCommunicationIsToChange"),
            List.of(
                Words.of("mediaBriefs.objective"),
                Words.of("mediaBriefs.baseline"),
                Words.of("mediaBriefs.changeSought")),
            plan.objectives(),
            each -> row(each.objective(), each.baseline(), each.changeSought()),
            Words.of("mediaBriefs.noObjective"));
  }

  private static Section audiences(MediaPlan plan) {
    return Section.headed(Words.of("mediaBriefs.audiences"))
        .table(
            Words.of("mediaBriefs.whoIsAddressed"),
            List.of(
                Words.of("mediaBriefs.audience"),
                Words.of("mediaBriefs.attitudeToday"),
                Words.of("mediaBriefs.barriers"),
                Words.of("mediaBriefs.whatIsWantedOfThem")),
            plan.audiences(),
            each -> row(each.name(), each.attitude().word(), each.barriers(), each.action()),
            Words.of("mediaBriefs.noAudience"));
  }

  private static Section strategy(MediaPlan plan) {
    return Section.headed(Words.of("mediaBriefs.strategy"))
        .fact(Words.of("mediaBriefs.proposition"), plan.proposition())
        .list(Words.of("mediaBriefs.messages"), plan.messages(), Words.of("mediaBriefs.noMessage"))
        .list(
            Words.of("mediaBriefs.mutualBenefits"),
            plan.mutualBenefits(),
            Words.of("mediaBriefs.noBenefitNamed"))
        .table(
            Words.of("mediaBriefs.channels"),
            List.of(Words.of("mediaBriefs.channel"), Words.of("mediaBriefs.kind")),
            plan.channels(),
            each -> row(each.name(), each.kind().word()),
            Words.of("mediaBriefs.noChannel"));
  }

  private static Section counterNarratives(MediaPlan plan, Dossier dossier) {
    return Section.headed(Words.of("mediaBriefs.counterNarratives"))
        .fact(Words.of("mediaBriefs.propagandaExposure"), dossier.propagandaExposure().word())
        .fact(Words.of("mediaBriefs.source"), dossier.propagandaExposureSource())
        .table(
            Words.of("mediaBriefs.hostileClaimsAndAnswers"),
            List.of(
                Words.of("mediaBriefs.claim"),
                Words.of("mediaBriefs.answer"),
                Words.of("mediaBriefs.proof")),
            plan.counterNarratives(),
            each -> row(each.claim(), each.answer(), each.proof()),
            Words.of("mediaBriefs.thePlanHasNoCounterNarratives"));
  }

  private Section implementation(Campaign campaign) {
    MediaPlan plan = campaign.plan();
    LocalDate firstDay = campaign.isLaunched() ? campaign.launchedOn() : plan.startsOn();
    Section section =
        Section.headed(Words.of("mediaBriefs.implementation"))
            .fact(Words.of("mediaBriefs.owner"), plan.owner())
            .fact(
                Words.of("mediaBriefs.budget"), Words.counted("mediaBriefs.eur", plan.budgetEur()))
            .fact(Words.of("mediaBriefs.firstDay"), firstDay)
            .fact(Words.of("mediaBriefs.lastDay"), plan.endsOn());
    if (campaign.isLaunched()) {
      section =
          section.fact(
              Words.of("mediaBriefs.launchedOver"),
              campaigns.launchedOver(campaign.id()).stream()
                  .map(MediaPlan.Channel::name)
                  .collect(Collectors.joining("; ")));
    }
    return section
        .showing(picture(plan, firstDay))
        .table(
            Words.of("mediaBriefs.timeline"),
            List.of(Words.of("mediaBriefs.day"), Words.of("mediaBriefs.activity")),
            plan.timeline(),
            each -> row(each.day(), each.what()),
            Words.of("mediaBriefs.noActivityPlanned"));
  }

  /** Nobody records whether an activity took place, so none is shown as done. */
  private static Picture picture(MediaPlan plan, LocalDate firstDay) {
    Stream<Lane> campaign =
        plan.endsOn().isBefore(firstDay)
            ? Stream.of()
            : Stream.of(
                Lane.spanning(Words.of("mediaBriefs.theCampaign"), firstDay, plan.endsOn()));
    return new Picture.Timeline(
        Words.of("mediaBriefs.theCampaignInTime"),
        null,
        Stream.concat(
                campaign,
                plan.timeline().stream().map(each -> Lane.at(each.what(), each.day(), false)))
            .toList());
  }

  private Section scoring(Campaign campaign) {
    MediaPlan plan = campaign.plan();
    return Section.headed(Words.of("mediaBriefs.scoring"))
        .saying(Words.of("mediaBriefs.effectIsToldInThreeStages"))
        .table(
            Words.of("mediaBriefs.howSuccessIsKnown"),
            List.of(Words.of("mediaBriefs.objective"), Words.of("mediaBriefs.measuredBy")),
            plan.objectives(),
            each -> row(each.objective(), each.measuredBy()),
            Words.of("mediaBriefs.noObjective"))
        .table(
            Words.of("mediaBriefs.whatIsReportedWhen"),
            List.of(
                Words.of("mediaBriefs.stage"),
                Words.of("mediaBriefs.whatItTells"),
                Words.of("mediaBriefs.knownFrom")),
            List.of(ResultStage.values()),
            stage ->
                row(
                    stage.word(),
                    stage.meaning(),
                    results.knownFrom(
                        stage, campaign.isLaunched() ? campaign.endsOn() : plan.endsOn())),
            Words.of("mediaBriefs.nothing"));
  }

  private Section section(ResultStage stage, List<CampaignResult> all, String lesson) {
    return Section.headed(Words.of("mediaBriefs.results").formatted(stage.word()))
        .fact(Words.of("mediaBriefs.whatWasLearned"), lesson)
        .table(
            Words.of("mediaBriefs.found").formatted(stage.meaning()),
            List.of(
                Words.of("mediaBriefs.measure"),
                Words.of("mediaBriefs.result"),
                Words.of("mediaBriefs.source"),
                Words.of("mediaBriefs.recordedBy")),
            all.stream().filter(result -> result.stage() == stage).toList(),
            result ->
                row(
                    result.measure(),
                    result.result(),
                    result.source(),
                    signatures.of(result.recordedBy())),
            Words.of("mediaBriefs.nothingRecorded"));
  }
}
