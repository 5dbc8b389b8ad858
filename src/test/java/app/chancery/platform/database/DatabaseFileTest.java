package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFileTest {

  private static final String URL = ";WRITE_DELAY=0;TRACE_LEVEL_FILE=0";

  @TempDir Path folder;

  @Test
  void aNewFolderAndItsFilesAreForTheirOwnerAlone() throws Exception {
    Path data = folder.resolve("a/data");

    file(data).keepToOwner();
    run(data, "create table t (i int)");

    assertThat(rights(data)).isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).isNotEmpty().allSatisfy(each -> assertThat(rights(each)).isEqualTo(OWNER));
    }
    assertThat(run(data, "insert into t values (1)")).isEqualTo(1);
  }

  @Test
  void anOldFolderOfDatabasesIsMended() throws Exception {
    Path data = readableToAll(Files.createDirectories(folder.resolve("data")));
    run(data, "create table t (i int)");
    Path database = readableToAll(data.resolve("chancery.mv.db"));
    Path trace = readableToAll(Files.createFile(data.resolve("chancery.trace.db")));

    file(data).keepToOwner();

    assertThat(rights(data)).isEqualTo("rwx------");
    assertThat(rights(database)).isEqualTo(OWNER);
    assertThat(rights(trace)).isEqualTo(OWNER);
  }

  @Test
  void aFolderOfOtherThingsIsLeftAsItIs() throws Exception {
    Path shared = readableToAll(Files.createDirectories(folder.resolve("shared")));
    Path note = readableToAll(Files.createFile(shared.resolve("note.txt")));

    file(shared).keepToOwner();

    assertThat(rights(shared)).isEqualTo("rwxr-xr-x");
    assertThat(rights(note)).isEqualTo("rwxr-xr-x");
    assertThat(rights(shared.resolve("chancery.mv.db"))).isEqualTo(OWNER);
  }

  @Test
  void anUpdateThatDidNotFinishIsUndone() throws Exception {
    run(folder, "create table t (i int)");
    run(folder, "insert into t values (1)");
    DatabaseFile file = file(folder);
    Path draft = file.draftOfCopy();
    run(folder, "backup to '" + draft + "'");
    assertThat(file.undoUnfinishedUpdate()).as("a draft counts for nothing").isFalse();

    file.undoFrom(draft);
    run(folder, "alter table t add column half_done int");
    run(folder, "delete from t");

    assertThat(file.undoUnfinishedUpdate()).isTrue();
    assertThat(run(folder, "update t set i = 2")).isEqualTo(1);
    assertThat(columns()).isEqualTo(1);
    assertThat(file.undoUnfinishedUpdate()).as("a second time").isFalse();
  }

  @Test
  void anUpdateThatFinishedStays() throws Exception {
    run(folder, "create table t (i int)");
    DatabaseFile file = file(folder);
    Path draft = file.draftOfCopy();
    run(folder, "backup to '" + draft + "'");
    file.undoFrom(draft);
    run(folder, "alter table t add column done int");
    file.finished();

    assertThat(file.undoUnfinishedUpdate()).isFalse();
    assertThat(columns()).isEqualTo(2);
  }

  @Test
  void whatIsNoFileHasNone() {
    assertThat(DatabaseFile.of("jdbc:h2:mem:chancery")).isEmpty();
    assertThat(DatabaseFile.of("jdbc:h2:tcp://localhost/chancery")).isEmpty();
    assertThat(DatabaseFile.of("jdbc:postgresql://localhost/chancery")).isEmpty();
    assertThat(DatabaseFile.of(null)).isEmpty();
  }

  private static final String OWNER = "rw-------";

  private static DatabaseFile file(Path folder) {
    return DatabaseFile.of(url(folder)).orElseThrow();
  }

  private static String url(Path folder) {
    return "jdbc:h2:file:" + folder.resolve("chancery") + URL;
  }

  private static int run(Path folder, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(folder), "sa", "")) {
      return connection.createStatement().executeUpdate(sql);
    }
  }

  private int columns() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(folder), "sa", "");
        ResultSet all = connection.createStatement().executeQuery("select * from t")) {
      return all.getMetaData().getColumnCount();
    }
  }

  private static Path readableToAll(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String rights(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
