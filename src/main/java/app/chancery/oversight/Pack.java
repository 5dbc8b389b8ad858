package app.chancery.oversight;

import app.chancery.integration.ActivityKind;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Scores;
import app.chancery.readiness.Tier;
import app.chancery.records.dossier.IndicatorName;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the committee sees of a programme in a review; stored with it as it was that day.
 *
 * @param asOf the day it was prepared, in the committee's zone
 * @param period the quarter it looks back on
 * @param riskRegister empty in packs of before there was one
 * @param nextReview when the next quarterly review opens
 */
public record Pack(
    LocalDate asOf,
    Quarter period,
    OffsetDateTime nextReview,
    List<MilestoneLine> milestones,
    List<ActivityLine> activities,
    TierToday tier,
    List<IndicatorLine> indicators,
    News news,
    List<DimensionLine> dimensions,
    List<AssuranceLine> runningOut,
    List<Risk> risks,
    List<RatedRisk> riskRegister,
    Suggestion suggestion) {

  public Pack {
    milestones = List.copyOf(milestones);
    activities = List.copyOf(activities);
    indicators = List.copyOf(indicators);
    news = news == null ? News.none() : news;
    dimensions = List.copyOf(dimensions);
    runningOut = List.copyOf(runningOut);
    risks = List.copyOf(risks);
    riskRegister = riskRegister == null ? List.of() : List.copyOf(riskRegister);
  }

  Optional<DimensionLine> dimension(StatusDimension dimension) {
    return dimensions.stream().filter(line -> line.dimension() == dimension).findFirst();
  }

  int reds() {
    return (int) dimensions.stream().filter(line -> line.colour() == Colour.RED).count();
  }

  /**
   * A milestone against its target and date.
   *
   * @param state a few words, for example "overdue by 12 days"
   * @param evidence null while it is not met
   */
  public record MilestoneLine(
      String name,
      String target,
      LocalDate plannedFor,
      LocalDate dueOn,
      String state,
      String evidence) {}

  /**
   * How many took place in the period and in the one before.
   *
   * @param planned how many the schedule had for the period; null for what is not scheduled
   */
  public record ActivityLine(ActivityKind kind, Integer planned, int thisPeriod, int lastPeriod) {}

  /** The tier by today's figures against the programme's. */
  public enum Trend implements Coded {
    HIGHER,
    SAME,
    LOWER,
    /** Lower only because figures are older than the policy allows. */
    STALE
  }

  /**
   * The tier that today's figures would give; nothing is re-tiered by it.
   *
   * @param now the programme's tier; null before it was settled
   * @param ceiling the highest tier that the caps allow today
   */
  public record TierToday(
      Tier now,
      Tier today,
      Tier ceiling,
      Trend trend,
      Scores scores,
      List<String> caps,
      List<String> explanation) {

    public TierToday {
      caps = List.copyOf(caps);
      explanation = List.copyOf(explanation);
    }
  }

  /**
   * @param before the value in the last review; null if there was none, or the indicator was not
   *     known
   */
  public record IndicatorLine(IndicatorName name, String value, LocalDate asOf, String before) {}

  /**
   * What came into the dossier since it was last looked at.
   *
   * @param since ends a sentence that begins with "since"
   * @param changes sentences: the tier and the scores that the figures would give, then and now
   * @param newestValue the number of the newest value in the series; what has a higher one is news
   *     for the next review
   */
  public record News(String since, List<NewValue> values, List<String> changes, long newestValue) {

    /** Of packs prepared before they told what is new. */
    static News none() {
      return new News(Words.of("pack.theLastReview"), List.of(), List.of(), Long.MAX_VALUE);
    }

    public News {
      values = List.copyOf(values);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A value that is new in the dossier.
   *
   * @param before the value of the indicator that describes the time before; null if it is the
   *     first
   * @param effect a few words: whether it counts today, and if not why
   */
  public record NewValue(
      String name, String value, LocalDate asOf, String source, String before, String effect) {}

  /**
   * @param last the colour in the last review; null if there was none
   */
  public record DimensionLine(
      StatusDimension dimension, Colour colour, String reason, Colour last) {}

  /** A security assurance in force that ends before the next review. */
  public record AssuranceLine(String text, LocalDate until) {}

  /**
   * The risk of a dimension as it was rated that day.
   *
   * @param risk cause, event and effect in a sentence
   * @param probability from 1 to 5
   * @param impact from 1 to 5
   * @param score the product of both
   * @param band what the policy calls such a score, for example {@code high}
   * @param last the score of the last review's colour; null if there was no review
   * @param response avoid, mitigate, transfer or accept
   * @param plan what is done about it
   * @param owner the group that answers for it
   */
  public record RatedRisk(
      StatusDimension dimension,
      String risk,
      int probability,
      int impact,
      int score,
      String band,
      Integer last,
      String response,
      String plan,
      String owner) {

    /** For example "12 (high)". */
    String rating() {
      return "%s (%s)".formatted(score, band);
    }

    /** What is done about it, after the kind of response. */
    String answer() {
      return "%s: %s".formatted(response, plan);
    }

    /** The group that answers for it, in words. */
    String ownerInWords() {
      return Groups.word(owner, owner.replace('-', ' '));
    }

    /** How the score changed since the last review, in a word or two. */
    String change() {
      if (last == null) {
        return Words.of("pack.new");
      }
      return score == last
          ? Words.of("pack.asBefore")
          : Words.of(score > last ? "pack.upFrom" : "pack.downFrom").formatted(last);
    }
  }

  /** One of the guide's pitfalls. */
  public record Risk(String pitfall, boolean open, String state) {}

  /**
   * @param rule the row of the policy table that fired
   */
  public record Suggestion(CommitteeDecision decision, String rule, String because) {}
}
