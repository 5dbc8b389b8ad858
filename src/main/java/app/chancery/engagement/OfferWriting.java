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
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Turns templates into offers, and what planners wrote into terms. */
@Service
class OfferWriting {

  private final EngagementPolicy policy;
  private final Days days;

  OfferWriting(EngagementPolicy policy, Days days) {
    this.policy = policy;
    this.days = days;
  }

  /** The day from which instruments and milestones are dated. */
  LocalDate expectedConsensus() {
    return days.today().plusDays(policy.daysToConsensus());
  }

  /** The template of a tier, with dates, still without a justification. */
  PackageTerms template(Tier tier, PackageTemplates templates) {
    PackageTemplate template = templates.of(tier);
    return new PackageTerms(
        template.securityAssurances(),
        template.economicCooperation(),
        template.jointTraining(),
        template.milestones().stream().map(this::dated).toList(),
        "");
  }

  /** The instruments that the policy offers the tier, with dates. */
  List<PlannedInstrument> instruments(Tier tier, PackageTemplates templates) {
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
   * The terms of an offer, which are what stands on the form. A part that was left as the template
   * of another tier is refused, so that a lower tier never carries the package of a higher one by
   * oversight, and nothing that nobody has seen takes its place.
   */
  PackageTerms terms(Offer offer, PackageTemplates templates, Faults faults) {
    if (offer.ofTemplate()) {
      PackageTerms template = template(offer.tier(), templates);
      return new PackageTerms(
          template.securityAssurances(),
          template.economicCooperation(),
          template.jointTraining(),
          template.milestones(),
          offer.justification());
    }
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
    PackageTerms given =
        new PackageTerms(
            offer.securityAssurances(),
            offer.economicCooperation(),
            offer.jointTraining(),
            milestones,
            offer.justification());
    refuseTemplateOfOther(
        offer.tier(),
        templates,
        given,
        PackageTerms::securityAssurances,
        "securityAssurances",
        faults);
    refuseTemplateOfOther(
        offer.tier(),
        templates,
        given,
        PackageTerms::economicCooperation,
        "economicCooperation",
        faults);
    refuseTemplateOfOther(
        offer.tier(), templates, given, PackageTerms::jointTraining, "jointTraining", faults);
    // Dates may have moved with the day since the form was filled in; names and targets tell.
    refuseTemplateOfOther(
        offer.tier(), templates, given, terms -> undated(terms.milestones()), "milestones", faults);
    return given;
  }

  private void refuseTemplateOfOther(
      Tier tier,
      PackageTemplates templates,
      PackageTerms given,
      Function<PackageTerms, List<?>> part,
      String field,
      Faults faults) {
    List<?> rows = part.apply(given);
    if (rows.isEmpty() || rows.equals(part.apply(template(tier, templates)))) {
      return;
    }
    Arrays.stream(Tier.values())
        .filter(other -> other != tier && rows.equals(part.apply(template(other, templates))))
        .findFirst()
        .ifPresent(
            other ->
                faults.add(
                    field,
                    Words.of("offerWriting.isTheTemplateOf").formatted(other.word(), tier.word())));
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
