package app.chancery.desk.policy;

import app.chancery.desk.policy.TrialRegister.Count;
import app.chancery.platform.words.Words;
import app.chancery.readiness.PackageTemplate;
import app.chancery.readiness.Policy;
import app.chancery.readiness.PolicyTable;
import app.chancery.readiness.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What came of a trial, counted for readers. */
final class Report {

  private Report() {}

  /**
   * How many programmes would move, and how many stay.
   *
   * @param steps from which tier to which, with how many
   */
  record Counted(int up, int down, int stay, List<Step> steps) {

    Counted {
      steps = List.copyOf(steps);
    }

    public int all() {
      return up + down + stay;
    }
  }

  /** So many programmes go from one tier to another. */
  record Step(Tier from, Tier to, int programmes) {

    public boolean isUp() {
      return from.isBelow(to);
    }
  }

  static Counted counted(List<Count> counts, boolean ended) {
    List<Count> these = counts.stream().filter(each -> each.ended() == ended).toList();
    return new Counted(
        sum(these.stream().filter(each -> each.before().isBelow(each.after()))),
        sum(these.stream().filter(each -> each.after().isBelow(each.before()))),
        sum(these.stream().filter(each -> each.before() == each.after())),
        these.stream()
            .filter(each -> each.before() != each.after())
            .map(each -> new Step(each.before(), each.after(), each.programmes()))
            .sorted(Comparator.comparing(Step::from).thenComparing(Step::to))
            .toList());
  }

  private static int sum(Stream<Count> counts) {
    return counts.mapToInt(Count::programmes).sum();
  }

  /** What a tier would be offered besides, and what not any more. */
  record Offered(Tier tier, List<String> more, List<String> less) {

    Offered {
      more = List.copyOf(more);
      less = List.copyOf(less);
    }
  }

  /** Of each tier whose package would be another one. */
  static List<Offered> offers(PolicyTable table, Policy before, Policy after) {
    if (table != PolicyTable.PACKAGE_TEMPLATE && table != PolicyTable.INSTRUMENTS) {
      return List.of();
    }
    return Arrays.stream(Tier.values())
        .map(tier -> offered(tier, lines(tier, before), lines(tier, after)))
        .filter(each -> !each.more().isEmpty() || !each.less().isEmpty())
        .toList();
  }

  private static Offered offered(Tier tier, List<String> before, List<String> after) {
    return new Offered(
        tier,
        after.stream().filter(each -> !before.contains(each)).toList(),
        before.stream().filter(each -> !after.contains(each)).toList());
  }

  private static List<String> lines(Tier tier, Policy policy) {
    PackageTemplate offer = policy.templates().of(tier);
    List<String> lines = new ArrayList<>();
    part("policyPart.securityAssurances", offer.securityAssurances(), lines);
    part("policyPart.economicCooperation", offer.economicCooperation(), lines);
    part("policyPart.jointTraining", offer.jointTraining(), lines);
    part(
        "policyPart.milestones",
        offer.milestones().stream()
            .map(
                each ->
                    Words.of("policyReport.milestone")
                        .formatted(
                            each.name(),
                            each.measure(),
                            each.target(),
                            each.dueAfterMonths(),
                            each.kind().word()))
            .toList(),
        lines);
    part(
        "policyPart.instruments",
        policy.templates().instruments(tier).stream()
            .map(
                each ->
                    Words.of("policyReport.instrument")
                        .formatted(
                            each.instrument().title(),
                            each.cost(),
                            each.costNature(),
                            each.reach(),
                            each.monthsMin(),
                            each.monthsMax()))
            .toList(),
        lines);
    return lines;
  }

  private static void part(String part, List<String> said, List<String> lines) {
    lines.addAll(said.stream().map(each -> Words.of(part) + ": " + each).toList());
  }
}
