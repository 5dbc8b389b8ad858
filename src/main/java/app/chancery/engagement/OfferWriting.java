package app.chancery.engagement;

import app.chancery.engagement.PackageTemplate.TemplateMilestone;
import app.chancery.programme.Tier;
import app.chancery.refusal.Faults;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Turns templates into offers, and what planners wrote into terms. */
@Service
class OfferWriting {

  private final PackageTemplates templates;
  private final EngagementPolicy policy;
  private final Clock clock;

  OfferWriting(PackageTemplates templates, EngagementPolicy policy, Clock clock) {
    this.templates = templates;
    this.policy = policy;
    this.clock = clock;
  }

  /** The day from which instruments and milestones are dated. */
  LocalDate expectedConsensus() {
    return LocalDate.now(clock).plusDays(policy.daysToConsensus());
  }

  /** The template of a tier, with dates, still without a justification. */
  PackageTerms template(Tier tier) {
    PackageTemplate template = templates.of(tier);
    return new PackageTerms(
        template.securityAssurances(),
        template.economicCooperation(),
        template.jointTraining(),
        template.milestones().stream().map(this::dated).toList(),
        "");
  }

  /** The instruments that the policy offers the tier, with dates. */
  List<PlannedInstrument> instruments(Tier tier) {
    LocalDate from = expectedConsensus();
    return templates.instruments(tier).stream()
        .map(
            offer ->
                new PlannedInstrument(
                    offer.instrument(),
                    offer.cost(),
                    offer.reach(),
                    from,
                    from.plusMonths(offer.monthsMax())))
        .toList();
  }

  /**
   * The terms of an offer. A part that is empty, or was left as the template of another tier when
   * the planner chose this one, becomes what the template of this tier says, so that a lower tier
   * never carries the package of a higher one by oversight.
   */
  PackageTerms terms(Offer offer, Faults faults) {
    List<PlannedMilestone> milestones =
        PlannedMilestone.ofLines("milestones", offer.milestones(), faults);
    LocalDate today = LocalDate.now(clock);
    milestones.stream()
        .filter(milestone -> milestone.dueOn().isBefore(today))
        .forEach(
            late ->
                faults.add(
                    "milestones",
                    "'%s' is due on %s, which has passed".formatted(late.name(), late.dueOn())));
    return new PackageTerms(
        part(offer, offer.securityAssurances(), PackageTerms::securityAssurances),
        part(offer, offer.economicCooperation(), PackageTerms::economicCooperation),
        part(offer, offer.jointTraining(), PackageTerms::jointTraining),
        milestones(offer, milestones),
        offer.justification());
  }

  private List<String> part(
      Offer offer, List<String> given, Function<PackageTerms, List<String>> part) {
    boolean another =
        given.isEmpty()
            || Arrays.stream(Tier.values())
                .anyMatch(tier -> part.apply(template(tier)).equals(given));
    return another ? part.apply(template(offer.tier())) : given;
  }

  private List<PlannedMilestone> milestones(Offer offer, List<PlannedMilestone> given) {
    // Dates may have moved with the day since the form was filled in; names and targets tell.
    List<PlannedMilestone> undated = undated(given);
    boolean another =
        offer.milestones().isEmpty()
            || Arrays.stream(Tier.values())
                .filter(tier -> tier != offer.tier())
                .anyMatch(tier -> undated(template(tier).milestones()).equals(undated));
    return another ? template(offer.tier()).milestones() : given;
  }

  private static List<PlannedMilestone> undated(List<PlannedMilestone> milestones) {
    return milestones.stream()
        .map(
            milestone ->
                new PlannedMilestone(
                    milestone.name(), milestone.measure(), milestone.target(), LocalDate.EPOCH))
        .toList();
  }

  private PlannedMilestone dated(TemplateMilestone milestone) {
    return new PlannedMilestone(
        milestone.name(),
        milestone.measure(),
        milestone.target(),
        expectedConsensus().plusMonths(milestone.dueAfterMonths()));
  }
}
