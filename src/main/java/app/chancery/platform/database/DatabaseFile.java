package app.chancery.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.engine.ConnectionInfo;
import org.h2.engine.Constants;
import org.h2.tools.Restore;

/**
 * The file of an embedded database, while nobody has it open.
 *
 * @param path absolute, without the suffix that all files of the database have
 */
record DatabaseFile(Path path) {

  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** Empty for a database in memory, on a server or behind a file system of its own. */
  static Optional<DatabaseFile> of(String url) {
    if (url == null || !url.startsWith(Constants.START_URL)) {
      return Optional.empty();
    }
    ConnectionInfo database = new ConnectionInfo(url, new Properties(), null, null);
    return database.isPersistent() && !database.isRemote()
        ? of(Path.of(database.getName()))
        : Optional.empty();
  }

  private static Optional<DatabaseFile> of(Path path) {
    return path.isAbsolute() ? Optional.of(new DatabaseFile(path)) : Optional.empty();
  }

  /**
   * The folder and the files of the database can be read by their owner alone. An older folder that
   * holds anything else than databases stays as it is: it belongs to somebody else too. Does
   * nothing where files have no such permissions.
   */
  void keepToOwner() throws IOException {
    if (!Files.getFileStore(existing(folder())).supportsFileAttributeView("posix")) {
      return;
    }
    Files.createDirectories(folder(), only(FOLDER));
    List<Path> all = list(folder());
    if (all.stream().allMatch(file -> isOwn(file) || file.toString().endsWith(".db"))) {
      Files.setPosixFilePermissions(folder(), FOLDER);
    }
    if (Files.notExists(file())) {
      Files.createFile(file(), only(FILE));
    }
    for (Path file : all) {
      if (isOwn(file)) {
        Files.setPosixFilePermissions(file, FILE);
      }
    }
  }

  /**
   * The database as it was before its tables were changed, if that was cut off.
   *
   * @return whether it was
   */
  boolean undoUnfinishedUpdate() throws IOException {
    boolean unfinished = Files.exists(copy());
    if (unfinished) {
      Restore.execute(copy().toString(), folder().toString(), path.getFileName().toString());
      Files.delete(copy());
    }
    return unfinished;
  }

  /** Where a copy is written before it counts. */
  Path draftOfCopy() throws IOException {
    Path draft = path.resolveSibling(path.getFileName() + ".copy");
    Files.deleteIfExists(draft);
    return draft;
  }

  /** From now on an update that is not {@link #finished} is undone. */
  void undoFrom(Path draft) throws IOException {
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, copy(), StandardCopyOption.ATOMIC_MOVE);
  }

  void finished() throws IOException {
    Files.delete(copy());
  }

  private Path copy() {
    return path.resolveSibling(path.getFileName() + ".before-update.zip");
  }

  private Path file() {
    return path.resolveSibling(path.getFileName() + Constants.SUFFIX_MV_FILE);
  }

  private Path folder() {
    return path.getParent();
  }

  private boolean isOwn(Path file) {
    return Files.isRegularFile(file)
        && file.getFileName().toString().startsWith(path.getFileName() + ".");
  }

  /**
   * An empty file that its owner alone can read, where files have such permissions; its folder too.
   */
  static void createForOwner(Path file) throws IOException {
    Path folder = file.getParent();
    if (Files.getFileStore(existing(folder)).supportsFileAttributeView("posix")) {
      Files.createDirectories(folder, only(FOLDER));
      Files.createFile(file, only(FILE));
    } else {
      Files.createDirectories(folder);
      Files.createFile(file);
    }
  }

  private static Path existing(Path folder) {
    return Files.exists(folder) ? folder : existing(folder.getParent());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> only(Set<PosixFilePermission> rights) {
    return PosixFilePermissions.asFileAttribute(rights);
  }
}
