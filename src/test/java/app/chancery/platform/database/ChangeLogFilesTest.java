package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import liquibase.resource.Resource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

class ChangeLogFilesTest {

  @TempDir Path folder;

  /** The path stands in the database, so it must be the same wherever Chancery is. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "Müller", "#1!", "!", "a%20b c", "日本"})
  void aChangeLogIsFoundByItsPathWhateverTheFolderIsCalled(String name) throws IOException {
    Path classes = folder.resolve(name).resolve("project!").resolve("classes");
    Path tables = Files.createDirectories(classes.resolve("db/tables"));
    Files.writeString(tables.resolve("010-records.sql"), "select 1");

    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null)) {
      ChangeLogFiles files = new ChangeLogFiles(new DefaultResourceLoader(loader));

      assertThat(files.search("db/tables", true))
          .extracting(Resource::getPath)
          .containsExactly("db/tables/010-records.sql");
    }
  }
}
