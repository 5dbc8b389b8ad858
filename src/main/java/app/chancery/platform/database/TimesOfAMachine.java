package app.chancery.platform.database;

import java.util.List;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.LiquibaseException;

/**
 * The database was written by a Chancery that kept the engine's times in the zone of its machine,
 * and nothing in it says which that was. Read in another one, deadlines would move by hours.
 */
class TimesOfAMachine extends LiquibaseException {

  /** The change that says that times are in UTC. */
  private static final String IN_UTC = "times-are-in-utc";

  private TimesOfAMachine() {
    super("It is not known in which time zone the times of this database are");
  }

  /**
   * @param ran the changes of an older start; none on a new database
   */
  static void refuse(List<RanChangeSet> ran) throws TimesOfAMachine {
    if (!ran.isEmpty() && ran.stream().noneMatch(change -> change.getId().equals(IN_UTC))) {
      throw new TimesOfAMachine();
    }
  }
}
