package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A first start that is killed, again and again, while the tables are made and while the sample
 * portfolio is: the next one goes on, and in the end everything is there once.
 */
@Tag("own-application")
class FirstStartCutOffTest {

  private static final long SEED = 12;

  /** So many while the tables are made, and as many while the portfolio is. */
  private static final int KILLS = Campaign.times(1, 2);

  /** While the tables are made it is killed that long at most after it began with them. */
  private static final Duration TABLES = Duration.ofMillis(2500);

  /** The same of the portfolio. */
  private static final Duration PROGRAMMES = Duration.ofSeconds(5);

  @TempDir Path folder;

  private final Random luck = new Random(SEED);

  @Test
  void anEmbeddedDatabaseIsFinishedByTheNextStart() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("chancery");
    cutOff(url, "sa", () -> Files.exists(folder.resolve("chancery.mv.db")));
    everythingIsThereOnce(url, "sa");
  }

  @Test
  void aPostgresqlIsFinishedByTheNextStart() throws Exception {
    try (EmbeddedPostgres database = InstalledOffice.postgres()) {
      String url = InstalledOffice.urlOf(database);
      cutOff(url, "postgres", () -> count(url, "postgres", LIQUIBASE_AT_WORK) > 0);
      everythingIsThereOnce(url, "postgres");
    }
  }

  private static final String LIQUIBASE_AT_WORK =
      "select count(*) from pg_locks where locktype = 'advisory'";

  private interface Begun {
    boolean yet() throws SQLException;
  }

  private void cutOff(String url, String user, Begun begun) throws Exception {
    for (int kill = 0; kill < 2 * KILLS; kill++) {
      OfficeProcess office = start(url, user);
      try {
        if (kill < KILLS) {
          office.await(begun::yet);
          office.live(upTo(TABLES));
        } else {
          office.await(() -> office.printed().contains("making a sample portfolio"));
          office.live(upTo(PROGRAMMES));
        }
      } finally {
        office.kill();
      }
    }
    OfficeProcess last = start(url, user);
    last.awaitStart();
    // It would print all documents of the portfolio first.
    last.kill();
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(luck.nextLong(most.toMillis()));
  }

  private OfficeProcess start(String url, String user) {
    return OfficeProcess.start(
        ChanceryApplication.class,
        folder.resolve("office.log"),
        List.of(
            "--spring.profiles.active=local",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            InstalledOffice.keysFor(url),
            "--spring.autoconfigure.exclude="
                + "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
            "--server.port=0"));
  }

  private static void everythingIsThereOnce(String url, String user) throws SQLException {
    assertThat(count(url, user, "select count(open_candidate) from programme")).isEqualTo(9);
    assertThat(count(url, user, "select count(distinct candidate) from programme")).isEqualTo(12);
    assertThat(
            count(url, user, "select count(*) from sample_portfolio where finished_at > begun_at"))
        .isEqualTo(1);
    for (String twice : TWICE) {
      assertThat(count(url, user, "select count(*) from (" + twice + ") twice")).as(twice).isZero();
    }
    assertThat(count(url, user, "select count(*) from act_ru_incident")).isZero();
    assertThat(count(url, user, "select count(*) from act_id_user"))
        .as("accounts")
        .isGreaterThan(40);
  }

  /** What happens once in a programme; a doubled row of any of them is a thing done twice. */
  private static final List<String> TWICE =
      List.of(
          "select programme, step from step_entry where left_at is null group by programme, step"
              + " having count(*) > 1",
          "select council_round, ally from council_position group by council_round, ally"
              + " having count(*) > 1",
          "select programme, kind, version from deliverable group by programme, kind, version"
              + " having count(*) > 1",
          "select programme, what, why, decided_at from decision_record"
              + " group by programme, what, why, decided_at having count(*) > 1");

  private static long count(String url, String user, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, "");
        ResultSet count = connection.createStatement().executeQuery(query)) {
      count.next();
      return count.getLong(1);
    }
  }
}
