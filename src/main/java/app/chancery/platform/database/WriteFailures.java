package app.chancery.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/**
 * Notices when the database cannot write, for example because the disk is full. An embedded one
 * closes itself then, for all its connections, so all of them leave the pool; when the last has
 * gone, the next one opens the file again as it was after the last commit that succeeded.
 */
class WriteFailures implements SQLExceptionOverride {

  private static final Set<Integer> EMBEDDED =
      Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2);

  /** Others are changing the same; the connection is as good as before. */
  private static final Set<Integer> COLLISIONS =
      Set.of(ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1);

  /** PostgreSQL's class of failures for want of disk, memory or connections. */
  private static final String NO_RESOURCES = "53";

  private static final ThreadLocal<Boolean> MET = ThreadLocal.withInitial(() -> false);

  private final HikariDataSource pool;

  WriteFailures(HikariDataSource pool) {
    this.pool = pool;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (COLLISIONS.contains(failure.getErrorCode())) {
      return Override.DO_NOT_EVICT;
    }
    boolean closed =
        EMBEDDED.contains(failure.getErrorCode()) || failure.getCause() instanceof MVStoreException;
    if (closed || String.valueOf(failure.getSQLState()).startsWith(NO_RESOURCES)) {
      MET.set(true);
    }
    if (closed) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return closed ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }

  static void forget() {
    MET.remove();
  }

  /** Whether this thread met one since it forgot the last. */
  static boolean met() {
    return MET.get();
  }
}
