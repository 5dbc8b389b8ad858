package app.chancery.engagement;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.time.Dates;
import app.chancery.platform.time.Days;
import app.chancery.platform.words.Words;
import app.chancery.readiness.PackageTemplate;
import app.chancery.readiness.PackageTemplate.TemplateMilestone;
import app.chancery.readiness.PackageTemplates;
import app.chancery.readiness.Tier;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Turns templates into offers, and what planners wrote into terms. */
@Service
class OfferWriting {

  private final PackageTemplates templates;
  private final EngagementPolicy policy;
  private final Days days;

  OfferWriting(PackageTemplates templates, EngagementPolicy policy, Days days) {
    this.templates = templates;
    this.policy = policy;
    this.days = days;
  }

  /** The day from which instruments and milestones are dated. */
  LocalDate expectedConsensus() {
    return days.today().plusDays(policy.daysToConsensus());
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
    LocalDate today = days.today();
    milestones.stream()
        .filter(milestone -> milestone.dueOn().isBefore(today))
        .forEach(
            late ->
                faults.add(
                    "milestones",
                    Words.of("offerWriting.isDueOnWhichHasPassed")
                        .formatted(late.name(), Dates.words(late.dueOn()))));
    Map<Tier, PackageTerms> all = new EnumMap<>(Tier.class);
    for (Tier tier : Tier.values()) {
      all.put(tier, template(tier));
    }
    PackageTerms given =
        new PackageTerms(
            offer.securityAssurances(),
            offer.economicCooperation(),
            offer.jointTraining(),
            milestones,
            offer.justification());
    return new PackageTerms(
        part(offer.tier(), given, all, PackageTerms::securityAssurances),
        part(offer.tier(), given, all, PackageTerms::economicCooperation),
        part(offer.tier(), given, all, PackageTerms::jointTraining),
        milestones(offer.tier(), given, all),
        offer.justification());
  }

  private static List<String> part(
      Tier tier,
      PackageTerms given,
      Map<Tier, PackageTerms> templates,
      Function<PackageTerms, List<String>> part) {
    boolean untouched =
        part.apply(given).isEmpty()
            || templates.values().stream()
                .anyMatch(template -> part.apply(template).equals(part.apply(given)));
    return part.apply(untouched ? templates.get(tier) : given);
  }

  private static List<PlannedMilestone> milestones(
      Tier tier, PackageTerms given, Map<Tier, PackageTerms> templates) {
    // Dates may have moved with the day since the form was filled in; names and targets tell.
    boolean untouched =
        given.milestones().isEmpty()
            || templates.entrySet().stream()
                .filter(template -> template.getKey() != tier)
                .anyMatch(
                    template ->
                        undated(template.getValue().milestones())
                            .equals(undated(given.milestones())));
    return (untouched ? templates.get(tier) : given).milestones();
  }

  private static List<PlannedMilestone> undated(List<PlannedMilestone> milestones) {
    return milestones.stream()
        .map(
            milestone ->
                new PlannedMilestone(
                    milestone.name(),
                    milestone.measure(),
                    milestone.target(),
                    LocalDate.EPOCH,
                    milestone.kind()))
        .toList();
  }

  private PlannedMilestone dated(TemplateMilestone milestone) {
    return new PlannedMilestone(
        milestone.name(),
        milestone.measure(),
        milestone.target(),
        expectedConsensus().plusMonths(milestone.dueAfterMonths()),
        milestone.kind());
  }
}
