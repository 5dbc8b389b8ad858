package app.chancery.diplomacy;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The plan of a campaign, in the order in which such plans are made: objectives, audiences,
 * strategy, implementation, scoring.
 *
 * @param policyAim what the programme wants to achieve; the communication serves it
 * @param proposition the one idea that all messages carry
 * @param counterNarratives may be empty here; rule 6 decides at approval
 * @param timeline activities with their days, in their order
 * @param budgetEur in euros, 0 or more
 * @param owner the person or office that answers for the campaign
 */
public record MediaPlan(
    String policyAim,
    List<Objective> objectives,
    List<Audience> audiences,
    String proposition,
    List<String> messages,
    List<String> mutualBenefits,
    List<Channel> channels,
    List<CounterNarrative> counterNarratives,
    List<Activity> timeline,
    long budgetEur,
    String owner,
    LocalDate startsOn,
    LocalDate endsOn) {

  /** The most objectives, audiences, channels or counter-narratives that one plan has. */
  public static final int MOST_ROWS = 5;

  public MediaPlan {
    objectives = List.copyOf(objectives);
    audiences = List.copyOf(audiences);
    messages = List.copyOf(messages);
    mutualBenefits = List.copyOf(mutualBenefits);
    channels = List.copyOf(channels);
    counterNarratives = List.copyOf(counterNarratives);
    timeline = List.copyOf(timeline);
  }

  /** What a plan must have, whatever it is about; faults are named as the fields of the form. */
  public Faults faults(LocalDate today) {
    Faults faults = new Faults();
    faults.check(!objectives.isEmpty(), "objective1", Words.of("mediaPlan.aPlanHasAtLeastOne"));
    faults.check(!audiences.isEmpty(), "audience1", Words.of("mediaPlan.aPlanHasAtLeastOne2"));
    faults.check(!messages.isEmpty(), "messages", Words.of("mediaPlan.aPlanHasAtLeastOne3"));
    faults.check(
        !mutualBenefits.isEmpty(), "mutualBenefits", Words.of("mediaPlan.aPlanNamesAtLeastOne"));
    faults.check(
        channels.stream().anyMatch(Channel::isRegional),
        "channel1",
        Words.of("mediaPlan.atLeastOneChannelGoesThrough"));
    faults.check(budgetEur >= 0, "budgetEur", Words.of("mediaPlan.mustBeOrMore"));
    faults.check(
        !startsOn.isBefore(today),
        "startsOn",
        Words.of("mediaPlan.isInThePast").formatted(Dates.words(startsOn)));
    faults.check(
        endsOn.isAfter(startsOn),
        "endsOn",
        Words.of("mediaPlan.mustBeAfterTheStart").formatted(Dates.words(startsOn)));
    faults.check(!timeline.isEmpty(), "timeline", Words.of("mediaPlan.aPlanHasAtLeastOne4"));
    for (Activity activity : endsOn.isAfter(startsOn) ? timeline : List.<Activity>of()) {
      faults.check(
          !activity.day().isAfter(endsOn),
          "timeline",
          Words.of("mediaPlan.liesAfterTheEndOfThe")
              .formatted(Dates.words(activity.day()), Dates.words(endsOn)));
    }
    return faults;
  }

  /** Whether the planned end has come on a day: nothing can be launched until it then. */
  boolean isOver(LocalDate day) {
    return !endsOn.isAfter(day);
  }

  /** The channels of these numbers, counted from 1, in the order of the plan. */
  List<Channel> channels(Set<Integer> numbers) {
    return IntStream.rangeClosed(1, channels.size())
        .filter(numbers::contains)
        .mapToObj(number -> channels.get(number - 1))
        .toList();
  }

  /**
   * A change that communication is to bring about.
   *
   * @param baseline where it stands today
   * @param changeSought how much of it is to change, and until when
   * @param measuredBy how the change will be known
   */
  public record Objective(
      String objective, String baseline, String changeSought, String measuredBy) {}

  /**
   * A group of people that is addressed.
   *
   * @param barriers what keeps them from it: capability, opportunity or motivation
   * @param action what they are wanted to do, know or support
   */
  public record Audience(String name, Attitude attitude, String barriers, String action) {}

  /**
   * A way to an audience.
   *
   * @param name for example the outlet, the platform or the regional organisation
   */
  public record Channel(String name, ChannelKind kind) {

    boolean isRegional() {
      return kind == ChannelKind.REGIONAL_ORGANISATION;
    }
  }

  /**
   * A hostile claim that must be expected, and the answer to it.
   *
   * @param proof what supports the answer; a source that the audience trusts
   */
  public record CounterNarrative(String claim, String answer, String proof) {}

  /** Something that happens on a day of the campaign. */
  public record Activity(LocalDate day, String what) {}
}
