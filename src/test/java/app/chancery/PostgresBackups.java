package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two backups of docs/operations.md, and what is restored from them: a dump, and a base backup
 * with an archive of all that was written since.
 */
final class PostgresBackups {

  private final Path dump;
  private final Path base;
  private final Path archive;
  private String moment;

  /**
   * @param folder empty
   */
  PostgresBackups(Path folder) {
    this.dump = folder.resolve("chancery.dump");
    this.base = folder.resolve("base");
    this.archive = folder.resolve("archive");
  }

  /** Whatever is written is archived from now on, and what is there is copied. */
  void begin(EmbeddedPostgres server) throws IOException, InterruptedException {
    Files.createDirectory(archive);
    JdbcClient db = db(server);
    db.sql("alter system set archive_command = 'cp %p \"" + archive + "/%f\"'").update();
    db.sql("select pg_reload_conf()").query(Boolean.class).single();
    PostgresPrograms.run(server, "pg_basebackup", "--checkpoint=fast", "--pgdata=" + base);
  }

  /** Makes the dump, and remembers the moment. */
  void dump(EmbeddedPostgres server) throws IOException, InterruptedException {
    PostgresPrograms.run(server, "pg_dump", "--format=custom", "--file=" + dump, "postgres");
    moment = db(server).sql("select clock_timestamp()::text").query(String.class).single();
  }

  /**
   * Puts the dump into a new database of that server.
   *
   * @return its address
   */
  String restoreDump(EmbeddedPostgres server) throws IOException, InterruptedException {
    db(server).sql("create database restored").update();
    PostgresPrograms.run(
        server, "pg_restore", "--exit-on-error", "--dbname=restored", dump.toString());
    return server.getJdbcUrl("postgres", "restored");
  }

  /** What was written up to now is in the archive. */
  void awaitArchive(EmbeddedPostgres server) {
    JdbcClient db = db(server);
    String last = db.sql("select pg_walfile_name(pg_switch_wal())").query(String.class).single();
    await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(archive.resolve(last)));
  }

  /** Another server, on everything that was written until the moment of the dump. */
  EmbeddedPostgres restoreMoment() throws IOException {
    Files.createFile(base.resolve("recovery.signal"));
    Files.writeString(
        base.resolve("postgresql.auto.conf"),
        """
        archive_command = ''
        restore_command = 'cp "%s/%%f" %%p'
        recovery_target_time = '%s'
        recovery_target_action = 'promote'
        """
            .formatted(archive, moment),
        StandardOpenOption.APPEND);
    EmbeddedPostgres server =
        InstalledOffice.server().setDataDirectory(base).setCleanDataDirectory(false).start();
    JdbcClient db = db(server);
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !db.sql("select pg_is_in_recovery()").query(Boolean.class).single());
    assertThat(db.sql("show data_directory").query(String.class).single())
        .isEqualTo(base.toString());
    return server;
  }

  private static JdbcClient db(EmbeddedPostgres server) {
    return JdbcClient.create(server.getPostgresDatabase());
  }
}
