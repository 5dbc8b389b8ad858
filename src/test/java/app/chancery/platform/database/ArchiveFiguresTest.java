package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.chancery.InstalledOffice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL whose archive is away, asked by an account without rights. */
@Tag("own-application")
class ArchiveFiguresTest {

  @Test
  void anArchiveThatFailsIsToldUntilItGoesOnAndNoneIsNoFigure() throws IOException {
    try (EmbeddedPostgres server =
        InstalledOffice.server().setServerConfig("archive_mode", "on").start()) {
      JdbcClient owner = JdbcClient.create(server.getPostgresDatabase());
      owner.sql("create role office login").update();
      JdbcClient office =
          JdbcClient.create(
              new DriverManagerDataSource(server.getJdbcUrl("office", "postgres"), "office", ""));
      assertThat(failing(office)).containsExactly(0L);

      archiveBy(owner, "false");
      owner.sql("select pg_switch_wal()::text").query(String.class).single();
      awaitFailing(office, 1L);

      archiveBy(owner, "true");
      awaitFailing(office, 0L);
    }
    try (EmbeddedPostgres server = InstalledOffice.postgres()) {
      assertThat(failing(JdbcClient.create(server.getPostgresDatabase()))).isEmpty();
    }
  }

  private static void archiveBy(JdbcClient owner, String command) {
    owner.sql("alter system set archive_command = '" + command + "'").update();
    owner.sql("select pg_reload_conf()").query(Boolean.class).single();
  }

  private static void awaitFailing(JdbcClient office, long number) {
    await().atMost(Duration.ofMinutes(3)).until(() -> failing(office).equals(List.of(number)));
  }

  private static List<Long> failing(JdbcClient office) {
    return office.sql(ArchiveFigures.FAILING).query(Long.class).list();
  }
}
