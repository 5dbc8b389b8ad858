package app.chancery.platform.database;

import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/** Says why the tables could not be made or brought up to date, without a stack trace. */
class TablesNotMade extends AbstractFailureAnalyzer<LiquibaseException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, LiquibaseException failure) {
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

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
