package app.chancery.platform.decisions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the policy tables. What somebody released is in use until somebody releases, or
 * an administrator deploys, another one: what comes with the program never takes its place.
 */
public interface TableReleases {

  /** Which versions are in use now. */
  TableVersions inUse(Collection<String> tables);

  /**
   * What answers for such versions. What an administrator deploys mends the version that is in use
   * then: a programme that waits because its table has no answer must be able to go on.
   */
  TableVersions mended(TableVersions versions);

  /** The tables in such versions, mended. */
  DecisionTables at(TableVersions versions);

  /** All versions of a table, the oldest first. */
  List<TableVersion> versions(String table);

  /**
   * What an administrator has deployed of the tables of which a start of the program has put
   * another file to use since: an upgrade deploys all tables of its release, as one. The newest of
   * each.
   */
  List<TableVersion> replacedAtStart();

  /** One of them; empty if there is none of that number. */
  default Optional<TableVersion> version(String table, int number) {
    return versions(table).stream().filter(each -> each.number() == number).findFirst();
  }

  /** The file of a version; empty if there is none of that number. */
  Optional<byte[]> file(String table, int version);

  /**
   * The tables as they would be with another file of one of them. Nothing is deployed.
   *
   * @param others who answers for the other tables
   * @throws NotATable if the file is none that could be deployed
   */
  DecisionTables tried(String table, byte[] file, DecisionTables others);

  /**
   * Puts a file to use, in the transaction of the caller.
   *
   * @return the number of its version
   */
  int release(String table, byte[] file);
}
