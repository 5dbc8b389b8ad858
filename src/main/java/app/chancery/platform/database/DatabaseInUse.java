package app.chancery.platform.database;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that somebody else has the embedded database open, without a stack trace. */
class DatabaseInUse extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

  /** Null for other troubles with a connection: they are told as they are. */
  @Override
  protected FailureAnalysis analyze(
      Throwable root, JdbcSQLNonTransientConnectionException refused) {
    return refused.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? new FailureAnalysis(
            "The database is in use: another Chancery runs on it.",
            "End the other one, or give this one a database of its own with"
                + " --spring.datasource.url=jdbc:h2:file:./data/another",
            refused)
        : null;
  }
}
