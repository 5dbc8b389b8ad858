package app.chancery.engagement;

import app.chancery.platform.time.Dates;
import app.chancery.platform.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two versions of a package, part by part; parts that are the same are left
 * out.
 */
public final class PackageChanges {

  private PackageChanges() {}

  /**
   * A part that differs.
   *
   * @param added lines that only the later version has, in its order
   * @param removed lines that only the earlier version has, in its order
   */
  public record Change(PackagePart part, List<String> added, List<String> removed) {

    public Change {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /** What has changed from one version to another; nothing if they say the same. */
  public static List<Change> between(EngagementPackage earlier, EngagementPackage later) {
    List<Change> changes = new ArrayList<>();
    for (PackagePart part : PackagePart.values()) {
      List<String> before = lines(part, earlier);
      List<String> now = lines(part, later);
      if (!before.equals(now)) {
        changes.add(new Change(part, without(now, before), without(before, now)));
      }
    }
    return changes;
  }

  /** Each as often as the other does not have it; a mere change of order leaves nothing. */
  private static List<String> without(List<String> lines, List<String> known) {
    List<String> left = new ArrayList<>(lines);
    known.forEach(left::remove);
    return left;
  }

  private static List<String> lines(PackagePart part, EngagementPackage version) {
    return switch (part) {
      case TIER -> List.of(version.tier().word());
      case SECURITY -> version.securityAssurances();
      case ECONOMY -> version.economicCooperation();
      case TRAINING -> version.jointTraining();
      case INSTRUMENTS -> version.instruments().stream().map(PackageChanges::line).toList();
      case MILESTONES -> version.milestones().stream().map(PackageChanges::line).toList();
      case JUSTIFICATION ->
          version.justification().lines().filter(line -> !line.isBlank()).toList();
    };
  }

  private static String line(PlannedInstrument planned) {
    return Words.of("package.instrument")
        .formatted(
            planned.instrument().title(),
            planned.cost(),
            planned.reach(),
            Dates.words(planned.from()),
            Dates.words(planned.to()));
  }

  private static String line(PlannedMilestone milestone) {
    return Words.of("package.milestone")
        .formatted(
            milestone.name(),
            milestone.measureInWords(),
            milestone.target(),
            Dates.words(milestone.dueOn()),
            milestone.kind().word());
  }
}
