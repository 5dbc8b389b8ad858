package app.chancery.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tells a database that is away from one that has much to do. The pool gives up after three seconds
 * in either case; as long as others are given connections meanwhile, this one waits on.
 */
final class PatientSource extends DelegatingDataSource {

  private final Troubles troubles;
  private final long patience;
  private final AtomicLong given = new AtomicLong();

  /**
   * @param troubles those of the pool
   * @param patience how long whoever asks waits in all while others are given connections; looked
   *     at whenever the pool has given up
   */
  PatientSource(DataSource pool, Troubles troubles, Duration patience) {
    super(pool);
    this.troubles = troubles;
    this.patience = patience.toNanos();
  }

  @Override
  public Connection getConnection() throws SQLException {
    long begun = System.nanoTime();
    while (true) {
      long before = given.get();
      try {
        Connection connection = super.getConnection();
        given.incrementAndGet();
        troubles.given();
        return connection;
      } catch (SQLTransientConnectionException noneInTime) {
        if (given.get() == before || System.nanoTime() - begun >= patience) {
          Troubles.meet(troubles.whyNone(noneInTime));
          throw noneInTime;
        }
      }
    }
  }
}
