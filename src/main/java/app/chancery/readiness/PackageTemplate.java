package app.chancery.readiness;

import java.util.List;

/** What the policy offers a tier before a planner adapts it to the candidate. */
public record PackageTemplate(
    List<String> securityAssurances,
    List<String> economicCooperation,
    List<String> jointTraining,
    List<TemplateMilestone> milestones) {

  public PackageTemplate {
    securityAssurances = List.copyOf(securityAssurances);
    economicCooperation = List.copyOf(economicCooperation);
    jointTraining = List.copyOf(jointTraining);
    milestones = List.copyOf(milestones);
  }

  /**
   * A milestone without a date.
   *
   * @param dueAfterMonths months from the expected consensus to its due date
   * @param kind what it is needed for
   */
  public record TemplateMilestone(
      String name, String measure, String target, int dueAfterMonths, MilestoneKind kind) {}
}
