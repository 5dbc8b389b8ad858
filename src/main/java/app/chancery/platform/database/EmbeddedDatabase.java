package app.chancery.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A database in a file of this machine, for those who look at it from outside of the office. */
public final class EmbeddedDatabase {

  private EmbeddedDatabase() {}

  /**
   * A file beside those of the database, which is for its owner alone as they are.
   *
   * @param url of the database
   * @param suffix what its name ends with, without the dot
   * @return empty if the database is not in a file
   */
  public static Optional<Path> beside(String url, String suffix) {
    return DatabaseFile.of(url)
        .map(file -> file.path().resolveSibling(file.path().getFileName() + "." + suffix));
  }

  /**
   * Makes the folder of the database, for its owner alone, if it is not there yet.
   *
   * @param url of the database
   */
  public static void makeFolder(String url) throws IOException {
    Optional<DatabaseFile> file = DatabaseFile.of(url);
    if (file.isPresent()) {
      file.get().keepToOwner();
      Files.createDirectories(file.get().path().getParent());
    }
  }

  /** The address under which the same database is read and never made or written. */
  public static String readOnly(String url) {
    return DatabaseFile.of(url).isPresent() ? url + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r" : url;
  }
}
