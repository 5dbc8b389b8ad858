package app.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ComposeFile;
import app.chancery.InstalledOffice;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What {@link OfficeAtWorkBench} measures, once in small: that it works, not how fast. */
@Tag("own-application")
class OfficeAtWorkTest {

  private static final int PEOPLE = 12;

  /** In the midst of the prerequisites and before the council. */
  private static final List<Integer> OPENED = List.of(44, 38, 9, 4);

  private static final int PROGRAMMES = 24;

  /** Hashed quickly. */
  private static final String PASSWORDS = "--chancery.sign-on.passwords.strength=4";

  @Test
  void peopleWorkOnCopiesOfProgrammesAndMeetNoError() throws Exception {
    try (EmbeddedPostgres database = InstalledOffice.postgres()) {
      OfficeAtWork office = OfficeAtWork.fill(database, OPENED, PROGRAMMES, PEOPLE, 17, PASSWORDS);
      try (ConfigurableApplicationContext node =
          ComposeFile.start(
              "node-1", database, "--server.port=0", "--server.address=127.0.0.1", PASSWORDS)) {
        JdbcClient db = node.getBean(JdbcClient.class);
        assertThat(Copies.broken(db)).as("what a copy refers to is not there").isEmpty();
        assertThat(db.sql("select count(*) from programme").query(Integer.class).single())
            .isEqualTo(PROGRAMMES);

        Clicks clicks =
            office.work(
                node.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                20,
                Duration.ofSeconds(5),
                soFar -> soFar.count(Clicks.COMPLETION) >= PEOPLE || !soFar.wrong().isEmpty(),
                () -> {},
                () -> {});

        assertThat(clicks.wrong()).isEmpty();
        assertThat(node.getBean(RuntimeService.class).createIncidentQuery().list()).isEmpty();
      }
    }
  }
}
