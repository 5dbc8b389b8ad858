package app.chancery.platform.database;

import java.util.List;
import java.util.function.Predicate;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * A newer release has changed the tables in a way that this one cannot work with; its changes say
 * so by their labels ({@code docs/CONTRIBUTING.md}).
 */
class TablesOfNewerRelease extends LiquibaseException {

  private static final long serialVersionUID = 1L;

  private static final String LABEL = "not-beside-";

  private TablesOfNewerRelease(String change) {
    super(change);
  }

  /**
   * @param ran the changes that the database has had
   * @param isKnown whether this release has a change itself
   */
  static void refuse(String release, List<RanChangeSet> ran, Predicate<RanChangeSet> isKnown)
      throws TablesOfNewerRelease {
    for (RanChangeSet change : ran) {
      if (change.getLabels() != null
          && change.getLabels().getLabels().contains(LABEL + release)
          && !isKnown.test(change)) {
        throw new TablesOfNewerRelease(change.getId());
      }
    }
  }
}
