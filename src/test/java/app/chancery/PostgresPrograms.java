package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What PostgreSQL brings for backups, where it is installed (Debian: postgresql-client). */
final class PostgresPrograms {

  private PostgresPrograms() {}

  /**
   * Whether they are here.
   *
   * @throws AssertionError if they are not and have to be: {@code
   *     -Dchancery.postgresql-client=required}
   */
  static boolean areInstalled() {
    boolean installed =
        Stream.of("pg_dump", "pg_restore", "pg_basebackup")
            .allMatch(
                program ->
                    Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
    if ("required".equals(System.getProperty("chancery.postgresql-client"))) {
      assertThat(installed).as("pg_dump, pg_restore and pg_basebackup are installed").isTrue();
    }
    return installed;
  }

  /** Runs one of them against a server, as its superuser. */
  static void run(EmbeddedPostgres server, String program, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(
        List.of("--host=127.0.0.1", "--port=" + server.getPort(), "--username=postgres"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
