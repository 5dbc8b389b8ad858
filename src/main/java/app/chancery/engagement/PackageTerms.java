package app.chancery.engagement;

import app.chancery.platform.refusal.Faults;
import app.chancery.platform.words.Words;
import app.chancery.readiness.MilestoneKind;
import app.chancery.readiness.Tier;
import java.util.List;
import java.util.regex.Pattern;

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

  private static final Pattern ARTICLE_5 =
      Pattern.compile(
          "\\b(article|art\\.?)\\s*(5|five|v)\\b|collective[\\s-]+defen[cs]e\\s+guarantee",
          Pattern.CASE_INSENSITIVE);

  public PackageTerms {
    securityAssurances = List.copyOf(securityAssurances);
    economicCooperation = List.copyOf(economicCooperation);
    jointTraining = List.copyOf(jointTraining);
    milestones = List.copyOf(milestones);
  }

  /**
   * Names what a package of that tier may not have: empty parts, the guarantee of Article 5 (rule
   * 1: it comes with membership and with nothing less), or, above strategic partner, no
   * interoperability milestone (rule 5 needs it).
   */
  void check(Tier tier, Faults faults) {
    part(securityAssurances, "securityAssurances", faults);
    part(economicCooperation, "economicCooperation", faults);
    part(jointTraining, "jointTraining", faults);
    if (faults.check(
        !milestones.isEmpty(), "milestones", Words.of("packageTerms.needsAtLeastOneLine"))) {
      faults.check(
          milestones.stream().noneMatch(milestone -> promisesArticle5(milestone.line())),
          "milestones",
          Words.of("packageTerms.mustNotPromiseArticleItComes"));
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
        lines.stream().noneMatch(PackageTerms::promisesArticle5),
        field,
        Words.of("packageTerms.mustNotPromiseArticleItComes"));
  }

  private static boolean promisesArticle5(String line) {
    return ARTICLE_5.matcher(line).find();
  }
}
