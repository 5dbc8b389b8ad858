package app.chancery.diplomacy;

import app.chancery.platform.people.Approval;
import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.NotFound;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import app.chancery.records.Message;
import app.chancery.records.NoticeKind;
import app.chancery.records.NoticePlace;
import app.chancery.records.Notices;
import app.chancery.records.dossier.Dossiers;
import app.chancery.records.dossier.PropagandaExposure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The public campaigns of all programmes, from the first plan to the launch. */
@Service
public class Campaigns {

  private final CampaignRegister register;
  private final Dossiers dossiers;
  private final DecisionRecords decisions;
  private final Notices notices;
  private final CampaignResultsProcess process;
  private final Author author;
  private final Approval approval;
  private final Clock clock;
  private final Days days;

  Campaigns(
      CampaignRegister register,
      Dossiers dossiers,
      DecisionRecords decisions,
      Notices notices,
      CampaignResultsProcess process,
      Author author,
      Approval approval,
      Clock clock,
      Days days) {
    this.register = register;
    this.dossiers = dossiers;
    this.decisions = decisions;
    this.notices = notices;
    this.process = process;
    this.author = author;
    this.approval = approval;
    this.clock = clock;
    this.days = days;
  }

  /** The newest campaign of a programme. */
  public Optional<Campaign> current(String programme) {
    List<Campaign> all = of(programme);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** The campaigns of a programme, oldest first. */
  public List<Campaign> of(String programme) {
    return register.of(programme);
  }

  /**
   * @throws NotFound if there is none of that id
   */
  public Campaign get(long id) {
    return register
        .find(id)
        .orElseThrow(() -> new NotFound(Words.of("none.campaign").formatted(id)));
  }

  /** The channels that were ready when the campaign was launched. */
  public List<MediaPlan.Channel> launchedOver(long id) {
    return register.launchedOver(id);
  }

  /**
   * Files a plan: a new version of the plan that awaits approval, or the first one of a new
   * campaign if there is none.
   *
   * @throws Refused naming everything the plan lacks
   */
  public void draft(String programme, MediaPlan plan) {
    plan.faults(days.today()).refuseIfAny();
    long campaign =
        current(programme)
            .filter(newest -> !newest.isApproved())
            .map(Campaign::id)
            .orElseGet(() -> register.open(programme));
    register.addPlan(campaign, plan, author.name(), OffsetDateTime.now(clock));
  }

  /**
   * Approves the plan that awaits approval.
   *
   * @throws Refused by rule 6: where propaganda exposure is medium or high, a plan without
   *     counter-narratives is not approved; and where the planned end has come meanwhile
   */
  public void approve(String programme, String why) {
    Campaign campaign = awaitingApproval(programme);
    PropagandaExposure exposure = dossiers.of(programme).propagandaExposure();
    if (exposure != PropagandaExposure.LOW && campaign.plan().counterNarratives().isEmpty()) {
      throw new Refused(
          "decision",
          Words.of("campaigns.propagandaExposureIsAndTheBrief").formatted(exposure.word()));
    }
    if (campaign.plan().isOver(days.today())) {
      throw new Refused(
          "decision",
          Words.of("campaigns.wouldBeOver").formatted(Dates.words(campaign.plan().endsOn())));
    }
    String what =
        approval.recorded(
            Words.of("campaigns.mediaBriefApproved"),
            register.draftedBy(campaign.id()),
            "decision");
    register.approve(campaign.id(), OffsetDateTime.now(clock));
    decisions.record(programme, Step.DIPLOMACY.folder(), what, why);
    notices.tellAllAllies(
        Message.of(
            NoticeKind.BRIEF_APPROVED,
            programme,
            Step.DIPLOMACY.folder(),
            NoticePlace.programme(),
            campaign.plan().startsOn(),
            campaign.plan().endsOn()));
  }

  /** The plan must be revised. */
  public void sendBack(String programme, String why) {
    Campaign campaign = awaitingApproval(programme);
    register.sendBack(campaign.id(), campaign.planVersion(), why);
    decisions.record(
        programme, Step.DIPLOMACY.folder(), Words.of("campaigns.mediaBriefSentBack"), why);
  }

  /**
   * Launches the approved campaign.
   *
   * @param day from today to the planned end
   * @param newEnd in place of the planned end; needed if that has come before the launch, as the
   *     programme would stand still for good
   * @param ready the numbers, from 1, of the plan's channels that are ready; at least one of a
   *     regional organisation
   * @throws Refused naming what is wrong
   */
  public void launch(
      String programme, LocalDate day, Optional<LocalDate> newEnd, Set<Integer> ready) {
    Campaign campaign =
        current(programme)
            .filter(newest -> newest.isApproved() && !newest.isLaunched())
            .orElseThrow(
                () ->
                    new Conflict(
                        "",
                        Words.of("campaigns.noApprovedCampaignOfAwaitsLaunch")
                            .formatted(programme)));
    LocalDate planned = campaign.plan().endsOn();
    LocalDate end = newEnd.orElse(planned);
    List<MediaPlan.Channel> channels = campaign.plan().channels(ready);
    Faults faults = new Faults();
    faults.check(
        !day.isBefore(days.today()),
        "launchOn",
        Words.of("campaigns.isInThePast").formatted(Dates.words(day)));
    if (newEnd.isPresent()) {
      faults.check(
          day.isBefore(end),
          "endOn",
          Words.of("campaigns.mustBeAfterTheLaunch").formatted(Dates.words(day)));
    } else if (campaign.plan().isOver(days.today())) {
      faults.add("endOn", Words.of("campaigns.hasNoEndAhead"));
    } else {
      faults.check(
          day.isBefore(end),
          "launchOn",
          Words.of("campaigns.mustBeBeforeThePlannedEnd").formatted(Dates.words(end)));
    }
    faults.check(
        channels.stream().anyMatch(MediaPlan.Channel::isRegional),
        "channel1Ready",
        Words.of("campaigns.atLeastOneChannelThroughA"));
    faults.refuseIfAny();
    register.launch(campaign.id(), day, end, channels);
    String words = channels.stream().map(MediaPlan.Channel::name).collect(Collectors.joining("; "));
    decisions.record(
        programme,
        Step.DIPLOMACY.folder(),
        Words.of("campaigns.campaignLaunched"),
        Words.of(newEnd.isPresent() ? "campaigns.fromUntilOver" : "campaigns.fromOver")
            .formatted(Dates.words(day), words, Dates.words(end)));
    notices.tellAllAllies(
        Message.of(
            NoticeKind.CAMPAIGN_LAUNCHED,
            programme,
            Step.DIPLOMACY.folder(),
            NoticePlace.programme(),
            day,
            end,
            words));
  }

  /** Tells the process that follows the campaign, which nobody waits for. */
  public void announceLaunch(String programme) {
    process.campaignLaunched(current(programme).orElseThrow());
  }

  private Campaign awaitingApproval(String programme) {
    return current(programme)
        .filter(newest -> !newest.isApproved())
        .orElseThrow(
            () ->
                new Conflict(
                    "", Words.of("campaigns.noMediaPlanOfAwaitsApproval").formatted(programme)));
  }
}
