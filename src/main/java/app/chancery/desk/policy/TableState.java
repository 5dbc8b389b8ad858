package app.chancery.desk.policy;

import app.chancery.desk.policy.Releases.Release;
import app.chancery.platform.decisions.TableVersion;
import app.chancery.platform.decisions.TableVersion.Origin;
import app.chancery.readiness.PolicyTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A policy table with all its versions.
 *
 * @param inUse the number of the one in use
 * @param versions the newest first; what came with the program unchanged is left out
 */
record TableState(PolicyTable table, int inUse, List<Line> versions) {

  TableState {
    versions = List.copyOf(versions);
  }

  /**
   * A version of it.
   *
   * @param release null if it was not released here
   */
  record Line(TableVersion version, Release release) {

    boolean isDelivered() {
      return version.origin() == Origin.DELIVERED;
    }
  }

  /**
   * @param all the oldest first
   */
  static TableState of(
      PolicyTable table, int inUse, List<TableVersion> all, List<Release> releases) {
    List<Line> lines =
        all.stream()
            .filter(each -> each.number() == inUse || !isAgain(each, all))
            .sorted(Comparator.comparingInt(TableVersion::number).reversed())
            .map(each -> new Line(each, released(table, each, releases)))
            .toList();
    return new TableState(table, inUse, lines);
  }

  /** An upgrade deploys what has not changed anew. */
  private static boolean isAgain(TableVersion version, List<TableVersion> all) {
    return version.origin() == Origin.DELIVERED
        && all.stream()
            .filter(each -> each.origin() == Origin.DELIVERED)
            .filter(each -> each.number() < version.number())
            .reduce((older, newer) -> newer)
            .filter(before -> before.sha256().equals(version.sha256()))
            .isPresent();
  }

  private static Release released(PolicyTable table, TableVersion version, List<Release> releases) {
    return releases.stream()
        .filter(each -> each.table() == table && each.version() == version.number())
        .findFirst()
        .orElse(null);
  }

  /** How its file is called. */
  public String fileName() {
    return table.code() + ".dmn";
  }

  public Line current() {
    return versions.stream()
        .filter(each -> each.version().number() == inUse)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a newer release of the program has brought while one that people chose stays in use; empty
   * if nothing, or the same.
   */
  public Optional<Line> passedOver() {
    return versions.stream()
        .filter(Line::isDelivered)
        .filter(each -> each.version().number() > inUse)
        .filter(each -> !each.version().sha256().equals(current().version().sha256()))
        .findFirst();
  }
}
