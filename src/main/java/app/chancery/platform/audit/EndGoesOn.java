package app.chancery.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.tools.TriggerAdapter;

/**
 * On H2, what the triggers of {@code audit_end} are on PostgreSQL: the chain only becomes longer,
 * and where it ends is never forgotten.
 */
public class EndGoesOn extends TriggerAdapter {

  @Override
  public void fire(Connection connection, ResultSet before, ResultSet after) throws SQLException {
    if (after == null
        || after.getLong("id") != before.getLong("id")
        || after.getLong("links") <= before.getLong("links")) {
      throw new SQLException("The end of the audit cannot be altered (table " + tableName + ")");
    }
  }
}
