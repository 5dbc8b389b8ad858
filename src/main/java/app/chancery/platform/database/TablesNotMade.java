package app.chancery.platform.database;

import java.sql.SQLException;
import java.util.stream.Stream;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Says why the tables could not be made or brought up to date, without a stack trace. */
class TablesNotMade extends AbstractFailureAnalyzer<LiquibaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, LiquibaseException failure) {
    if (findCause(failure, TimesOfAMachine.class) != null) {
      return new FailureAnalysis(
          "This database was written by a Chancery that kept its times in the time zone of its"
              + " machine, and it does not say which one that was. In another one every deadline"
              + " would move by hours, so it is not opened. Nothing was changed.",
          "If that machine was in UTC, as a container is unless it is told otherwise, start once"
              + " with --chancery.database.written-in-utc=true. Otherwise go on with the version"
              + " that wrote it, or give this one an empty database.",
          failure);
    }
    if (findCause(failure, TablesOfNewerRelease.class) != null) {
      return new FailureAnalysis(
          "The tables of this database are of a newer release, which says that this one cannot"
              + " work with them. Nothing was changed.",
          "Start the newest release. To go back to this one, restore the backup that was made"
              + " before the upgrade.",
          failure);
    }
    if (isOutOfReach(failure)) {
      return new FailureAnalysis(
          "The database could not be reached. Nothing was changed. It says: "
              + firstLine(NestedExceptionUtils.getMostSpecificCause(failure)),
          "Look whether it runs and takes connections, and whether its address, its name, the"
              + " account and the password are those that Chancery is given (spring.datasource);"
              + " then start again.",
          failure);
    }
    LockException waiting = findCause(failure, LockException.class);
    return waiting == null
        ? new FailureAnalysis(
            "The tables of the database could not be brought up to date. Nothing was changed. The"
                + " database says: "
                + firstLine(NestedExceptionUtils.getMostSpecificCause(failure)),
            "If this is a database on which no Chancery ever came up, it holds parts of a first"
                + " start that was cut off and nothing else: give Chancery an empty one (drop it"
                + " and create it anew; for an embedded one, delete its folder). Otherwise put"
                + " back the last backup and start the version that it was made with.",
            failure)
        : new FailureAnalysis(
            waiting.getMessage() + ".",
            "Wait until it has come up, or end it, and start again.",
            failure);
  }

  /** By the classes of SQLSTATE: what a driver or a server says of a connection, not of tables. */
  private static boolean isOutOfReach(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException said
          && said.getSQLState() != null
          && Stream.of("08", "28", "3D", "53300", "57P").anyMatch(said.getSQLState()::startsWith)) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
