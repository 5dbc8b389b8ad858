package app.chancery.records;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * On H2, what the function {@code refuse_change} is on PostgreSQL: recorded decisions are final.
 */
public class RefuseChange implements Trigger {

  private String table;

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int type) {
    this.table = table;
  }

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
    throw new SQLException("A recorded decision cannot be altered (table " + table + ")");
  }
}
