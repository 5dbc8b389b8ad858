package app.chancery.engagement;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import app.chancery.readiness.Article5;
import app.chancery.readiness.MilestoneKind;
import app.chancery.readiness.Tier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What people may write into a package, apart from its tier. Field names in refusals are those of
 * the components.
 *
 * @param justification why this package is right for this candidate
 */
public record PackageTerms(
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<PlannedMilestone> milestones,
    String justification) {

  public PackageTerms {
    securityAssurances = List.copyOf(securityAssurances);
    economicCooperation = List.copyOf(economicCooperation);
    jointTraining = List.copyOf(jointTraining);
    milestones = List.copyOf(milestones);
  }

  /**
   * Names what a package of that tier may not have: empty parts, the guarantee of Article 5 (rule
   * 1: it comes with membership and with nothing less), two milestones of one name, which nobody
   * could tell apart, or, above strategic partner, no interoperability milestone (rule 5 needs it).
   */
  void check(Tier tier, Faults faults) {
    part(securityAssurances, "securityAssurances", faults);
    part(economicCooperation, "economicCooperation", faults);
    part(jointTraining, "jointTraining", faults);
    if (faults.check(
        !milestones.isEmpty(), "milestones", Words.of("packageTerms.needsAtLeastOneLine"))) {
      faults.check(
          milestones.stream().noneMatch(milestone -> Article5.isPromisedBy(milestone.line())),
          "milestones",
          Words.of("packageTerms.mustNotPromiseArticleItComes"));
      Set<String> names = new HashSet<>();
      milestones.stream()
          .map(PlannedMilestone::name)
          .filter(name -> !names.add(name))
          .distinct()
          .forEach(
              name ->
                  faults.add("milestones", Words.of("packageTerms.namesTwice").formatted(name)));
      faults.check(
          tier == Tier.STRATEGIC_PARTNER
              || milestones.stream()
                  .anyMatch(milestone -> milestone.kind() == MilestoneKind.INTEROPERABILITY),
          "milestones",
          Words.of("packageTerms.needsALineThatEndsWith")
              .formatted(MilestoneKind.INTEROPERABILITY.word()));
    }
    faults.check(!justification.isBlank(), "justification", Words.of("form.required"));
  }

  private static void part(List<String> lines, String field, Faults faults) {
    faults.check(!lines.isEmpty(), field, Words.of("packageTerms.needsAtLeastOneLine"));
    faults.check(
        lines.stream().noneMatch(Article5::isPromisedBy),
        field,
        Words.of("packageTerms.mustNotPromiseArticleItComes"));
  }
}
