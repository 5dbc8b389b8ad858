package app.chancery.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.integration.spring.SpringLiquibase;
import liquibase.integration.spring.SpringResourceAccessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Makes the tables and brings them up to date, the engine's too: all of it or nothing, whenever it
 * is cut off. PostgreSQL takes the whole update in one transaction, and one node after the other
 * makes it; the lock that keeps them apart ends with the connection. H2 commits each change of a
 * table at once, so a copy of the database is kept until the update is done, and {@link
 * BeforeTheDatabaseOpens} puts back one that it finds.
 */
class Tables extends SpringLiquibase {

  private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

  /** What PostgreSQL calls a lock that it did not get in time. */
  private static final String NOT_IN_TIME = "55P03";

  /** Sets the lock of the tables apart from other advisory locks. */
  private static final long LOCK = 0x7461626c6573L;

  private final String url;
  private final boolean onPostgres;
  private final Optional<DatabaseFile> file;
  private final Duration patience;
  private final boolean knownInUtc;
  private final String release;
  private Connection connection;

  /**
   * @param url of the database
   * @param patience how long another node may take to make the tables
   * @param knownInUtc whether an older database is taken, because its times are in UTC
   * @param release of this program
   */
  Tables(String url, Duration patience, boolean knownInUtc, String release) {
    this.url = url;
    this.onPostgres = Nodes.isPostgres(url);
    this.file = DatabaseFile.of(url);
    this.patience = patience;
    this.knownInUtc = knownInUtc;
    this.release = release;
  }

  @Override
  protected Liquibase createLiquibase(Connection opened) throws LiquibaseException {
    connection = opened;
    return super.createLiquibase(onPostgres ? OneTransaction.on(opened) : opened);
  }

  @Override
  protected SpringResourceAccessor createResourceOpener() {
    return new ChangeLogFiles(getResourceLoader());
  }

  @Override
  protected void performUpdate(Liquibase liquibase) throws LiquibaseException {
    try {
      if (onPostgres) {
        updateInOneTransaction(liquibase);
        return;
      }
      refuseWhatIsNotToBeOpened(liquibase);
      if (file.isPresent()) {
        // To find that nothing is to be done takes a while; once is enough.
        if (!liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()).isEmpty()) {
          updateFromACopy(liquibase, file.get());
        }
      } else {
        super.performUpdate(liquibase);
      }
    } catch (SQLException | IOException e) {
      throw new LiquibaseException(e);
    }
  }

  private void updateInOneTransaction(Liquibase liquibase) throws LiquibaseException, SQLException {
    // To wait for another node, or to change a large table, takes as long as it takes. The pool
    // sets
    // its own patience again.
    connection.setNetworkTimeout(Runnable::run, 0);
    lock();
    try {
      refuseWhatIsNotToBeOpened(liquibase);
      super.performUpdate(liquibase);
      connection.commit();
    } catch (LiquibaseException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      execute("select pg_advisory_unlock(" + LOCK + ")");
      connection.commit();
    }
  }

  /** Before anything is changed; in a new database there are no times. */
  private void refuseWhatIsNotToBeOpened(Liquibase liquibase)
      throws LiquibaseException, SQLException {
    if (has("databasechangelog") || has("DATABASECHANGELOG")) {
      List<RanChangeSet> ran = liquibase.getDatabase().getRanChangeSetList();
      if (!knownInUtc) {
        TimesOfAMachine.refuse(ran);
      }
      DatabaseChangeLog known = liquibase.getDatabaseChangeLog();
      TablesOfNewerRelease.refuse(
          release,
          ran,
          change ->
              known.getChangeSet(change.getChangeLog(), change.getAuthor(), change.getId())
                  != null);
    }
  }

  /** Asked of the catalogue: Liquibase asks the table itself, which is a failure if it is none. */
  private boolean has(String table) throws SQLException {
    try (ResultSet found = connection.getMetaData().getTables(null, null, table, null)) {
      return found.next();
    }
  }

  /** The lock outlives transactions; the session's end gives it back, however that comes. */
  private void lock() throws SQLException, LockException {
    try {
      execute("set local lock_timeout = " + patience.toMillis());
      execute("select pg_advisory_lock(" + LOCK + ")");
      connection.commit();
    } catch (SQLException e) {
      if (NOT_IN_TIME.equals(e.getSQLState())) {
        throw new LockException(
            "Another Chancery has been changing the tables for more than "
                + patience.toSeconds()
                + " seconds",
            e);
      }
      throw e;
    }
  }

  private void updateFromACopy(Liquibase liquibase, DatabaseFile database)
      throws LiquibaseException, SQLException, IOException {
    Path draft = database.draftOfCopy();
    WrittenLater later =
        new WrittenLater(JdbcClient.create(new SingleConnectionDataSource(connection, true)), url);
    execute("backup to '" + draft.toString().replace("'", "''") + "'");
    database.undoFrom(draft);
    later.during(() -> super.performUpdate(liquibase));
    execute("checkpoint sync");
    database.finished();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
