package app.chancery.diplomacy;

import app.chancery.platform.people.Author;
import app.chancery.platform.refusal.Conflict;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.programme.Step;
import app.chancery.records.DecisionRecords;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What launched campaigns have brought about, stage by stage. */
@Service
public class CampaignResults {

  private final CampaignRegister register;
  private final Campaigns campaigns;
  private final CampaignPolicy policy;
  private final DecisionRecords decisions;
  private final Author author;
  private final Clock clock;
  private final Days days;

  CampaignResults(
      CampaignRegister register,
      Campaigns campaigns,
      CampaignPolicy policy,
      DecisionRecords decisions,
      Author author,
      Clock clock,
      Days days) {
    this.register = register;
    this.campaigns = campaigns;
    this.policy = policy;
    this.decisions = decisions;
    this.author = author;
    this.clock = clock;
    this.days = days;
  }

  /** What is on record, in the order of its recording. */
  public List<CampaignResult> of(long campaign) {
    return register.results(campaign);
  }

  /** What was learned, by the stages whose results are on record. */
  public Map<ResultStage, String> lessons(long campaign) {
    return register.lessons(campaign);
  }

  /** The results that are awaited next; empty if all are on record. */
  public Optional<ResultStage> nextStage(long campaign) {
    Map<ResultStage, String> recorded = register.lessons(campaign);
    return Arrays.stream(ResultStage.values())
        .filter(stage -> !recorded.containsKey(stage))
        .findFirst();
  }

  /** From when on the next results can be known. */
  public Instant nextDueAt(long campaign) {
    return days.begin(knownFrom(awaited(campaign), campaigns.get(campaign).endsOn())).toInstant();
  }

  /** From when on the results of a stage can be known, if a campaign ends on that day. */
  LocalDate knownFrom(ResultStage stage, LocalDate end) {
    return end.plus(policy.resultsAfter(stage));
  }

  /**
   * Records the results of the stage that is awaited.
   *
   * @param findings at least one
   * @param lesson whether the objectives were met and why, or why not
   */
  public void record(long campaign, List<Finding> findings, String lesson) {
    if (findings.isEmpty()) {
      throw new Refused("measure1", Words.of("campaign.noResult"));
    }
    ResultStage stage = awaited(campaign);
    OffsetDateTime now = OffsetDateTime.now(clock);
    for (Finding finding : findings) {
      register.add(
          campaign,
          new CampaignResult(
              stage, finding.measure(), finding.result(), finding.source(), author.name(), now));
    }
    register.addLesson(campaign, stage, lesson);
    decisions.record(
        campaigns.get(campaign).programme(),
        Step.DIPLOMACY.folder(),
        Words.of("campaignResults.campaignRecorded").formatted(stage.word()),
        lesson);
  }

  /** Nothing more is awaited of the campaign, because all is on record. */
  public void complete(long campaign) {
    register.close(campaign, OffsetDateTime.now(clock));
  }

  /** Nothing more is awaited of the campaign, because its programme has ended. */
  public void abandon(long campaign) {
    String missing =
        Arrays.stream(ResultStage.values())
            .filter(stage -> !register.lessons(campaign).containsKey(stage))
            .map(ResultStage::word)
            .collect(Collectors.joining(", "));
    register.close(campaign, OffsetDateTime.now(clock));
    decisions.record(
        campaigns.get(campaign).programme(),
        Step.DIPLOMACY.folder(),
        Words.of("campaignResults.campaignClosedWithTheProgramme"),
        missing.isEmpty()
            ? Words.of("campaignResults.allResultsWereOnRecord")
            : Words.of("campaignResults.notRecorded").formatted(missing));
  }

  private ResultStage awaited(long campaign) {
    return nextStage(campaign)
        .orElseThrow(
            () -> new Conflict("", Words.of("campaignResults.allResultsOfThisCampaignAre")));
  }

  /** One thing that was found. */
  public record Finding(String measure, String result, String source) {}
}
