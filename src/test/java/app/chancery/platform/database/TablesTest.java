package app.chancery.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.UUID;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class TablesTest {

  private static final String TABLES =
      "select count(*) from information_schema.tables where table_schema = 'PUBLIC'";

  /** Liquibase remembers by their addresses which databases are up to date. */
  private final SingleConnectionDataSource database =
      new SingleConnectionDataSource("jdbc:h2:mem:tables-" + UUID.randomUUID(), true);

  private final JdbcTemplate db = new JdbcTemplate(database);

  @BeforeEach
  void open() {
    database.setAutoCommit(true);
  }

  @AfterEach
  void close() {
    database.destroy();
  }

  @Test
  void aNewDatabaseSaysThatItsTimesAreInUtcAndIsOpenedAgain() throws LiquibaseException {
    make(false);
    assertThat(db.queryForList("select zone from kept_times", String.class)).containsExactly("UTC");
    int tables = tables();

    make(false);
    assertThat(tables()).isEqualTo(tables);
  }

  @Test
  void aDatabaseWithTheTimesOfSomeMachineIsRefusedInASentenceAndNotChanged() {
    writtenBefore();

    assertThatThrownBy(() -> make(false))
        .satisfies(
            failure ->
                assertThat(new TablesNotMade().analyze(failure).getDescription())
                    .contains("time zone of its machine", "Nothing was changed"));
    assertThat(tables()).isEqualTo(1);
  }

  @Test
  void itIsTakenIfWhoeverKnowsSaysThatTheMachineWasInUtc() throws LiquibaseException {
    writtenBefore();

    make(true);
    assertThat(db.queryForList("select zone from kept_times", String.class)).containsExactly("UTC");
    make(false);
  }

  /** Its own changes that an older release cannot bear carry the same label. */
  @Test
  void tablesThatANewerReleaseKeepsForItselfAreRefusedInASentenceAndOthersAreTaken()
      throws LiquibaseException {
    make(false);
    of("a-newer-release-adds", null);
    of("a-newer-release-drops-what-another-one-used", "not-beside-0.9.0");
    make(false);

    of("a-newer-release-drops", "upgrade,not-beside-1.0.0");

    assertThatThrownBy(() -> make(false))
        .satisfies(
            failure ->
                assertThat(new TablesNotMade().analyze(failure).getDescription())
                    .contains("of a newer release", "Nothing was changed"));
  }

  /** Who is told to drop a database that only does not run yet may do so once it does. */
  @Test
  void aDatabaseThatIsNotThereIsNotTakenForOneThatIsDamaged() throws IOException {
    Tables tables = new Tables("jdbc:postgresql:", Duration.ofMinutes(1), false, "1.0.0");
    tables.setResourceLoader(new DefaultResourceLoader());
    // As long as it is held and does not listen, nobody else does.
    try (Socket nobody = new Socket()) {
      nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      tables.setDataSource(
          new DriverManagerDataSource(
              "jdbc:postgresql://127.0.0.1:" + nobody.getLocalPort() + "/nowhere"));

      assertThatThrownBy(tables::afterPropertiesSet)
          .isInstanceOfSatisfying(
              LiquibaseException.class,
              failure -> {
                FailureAnalysis said = new TablesNotMade().analyze(failure);
                assertThat(said.getDescription()).contains("could not be reached", "refused");
                assertThat(said.getAction()).contains("spring.datasource").doesNotContain("drop");
              });
    }
  }

  private void of(String change, String labels) {
    db.update(
        """
        insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype,
          labels)
        values (?, 'chancery', 'db/changelog/tables/999-newer.sql', localtimestamp, 1000,
          'EXECUTED', ?)
        """,
        change,
        labels);
  }

  private void make(boolean knownInUtc) throws LiquibaseException {
    Tables tables = new Tables("jdbc:h2:mem:", Duration.ofMinutes(1), knownInUtc, "1.0.0");
    tables.setDataSource(database);
    tables.setResourceLoader(new DefaultResourceLoader());
    tables.setChangeLog("classpath:db/changelog/changelog.yaml");
    tables.afterPropertiesSet();
  }

  private int tables() {
    return db.queryForObject(TABLES, Integer.class);
  }

  /** What Liquibase keeps of a change that an older start made. */
  private void writtenBefore() {
    db.execute(
        """
        create table databasechangelog (id varchar(255) not null, author varchar(255) not null,
          filename varchar(255) not null, dateexecuted timestamp not null, orderexecuted int not null,
          exectype varchar(10) not null, md5sum varchar(35), description varchar(255),
          comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
          labels varchar(255), deployment_id varchar(10))
        """);
    db.update(
        """
        insert into databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype)
        values ('older', 'chancery', 'db/changelog/tables/000-older.sql', localtimestamp, 1,
          'EXECUTED')
        """);
  }
}
