package app.chancery.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/**
 * Notices when the database cannot write, for example because the disk is full, and when it is not
 * there. An embedded one that cannot write closes itself, for all its connections, so all of them
 * leave the pool; when the last has gone, the next one opens the file again as it was after the
 * last commit that succeeded.
 */
class Troubles implements SQLExceptionOverride {

  private static final Set<Integer> EMBEDDED =
      Set.of(ErrorCode.DATABASE_IS_CLOSED, ErrorCode.IO_EXCEPTION_1, ErrorCode.IO_EXCEPTION_2);

  /** Others are changing the same; the connection is as good as before. */
  private static final Set<Integer> COLLISIONS =
      Set.of(ErrorCode.LOCK_TIMEOUT_1, ErrorCode.DEADLOCK_1, ErrorCode.CONCURRENT_UPDATE_1);

  /** PostgreSQL's class of failures for want of disk, memory or connections. */
  private static final String NO_RESOURCES = "53";

  /** The standard's class of failures of a connection. */
  private static final String NO_CONNECTION = "08";

  /** PostgreSQL's when its server is stopped, has crashed, or is not up yet. */
  private static final Set<String> NO_SERVER = Set.of("57P01", "57P02", "57P03");

  private static final ThreadLocal<Trouble> MET = new ThreadLocal<>();

  private final HikariDataSource pool;

  /** Since then nobody was given a connection. */
  private volatile boolean closed;

  Troubles(HikariDataSource pool) {
    this.pool = pool;
  }

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    if (COLLISIONS.contains(failure.getErrorCode())) {
      return Override.DO_NOT_EVICT;
    }
    of(failure).ifPresent(Troubles::meet);
    if (isClosed(failure)) {
      closed = true;
      pool.getHikariPoolMXBean().softEvictConnections();
      return Override.MUST_EVICT;
    }
    return Override.CONTINUE_EVICT;
  }

  /** What a failure tells of the database; empty if it is there and can write. */
  static Optional<Trouble> of(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (isClosed(failure) || state.startsWith(NO_RESOURCES)) {
      return Optional.of(Trouble.CANNOT_WRITE);
    }
    return state.startsWith(NO_CONNECTION)
            || NO_SERVER.contains(state)
            || failure instanceof SQLTransientConnectionException
        ? Optional.of(Trouble.AWAY)
        : Optional.empty();
  }

  /**
   * Why the pool has given nobody a connection. An embedded database that has closed itself is
   * opened again only when the last who was at work in it has let go.
   */
  Trouble whyNone(SQLTransientConnectionException noneInTime) {
    return closed || noneInTime.getCause() instanceof SQLException failure && isClosed(failure)
        ? Trouble.CANNOT_WRITE
        : Trouble.AWAY;
  }

  /** Somebody has a connection. */
  void given() {
    closed = false;
  }

  private static boolean isClosed(SQLException failure) {
    return EMBEDDED.contains(failure.getErrorCode())
        || failure.getCause() instanceof MVStoreException;
  }

  /** The first that is met is what is told: what comes after it comes of it. */
  static void meet(Trouble trouble) {
    if (MET.get() == null) {
      MET.set(trouble);
    }
  }

  static void forget() {
    MET.remove();
  }

  /** What this thread met since it forgot the last. */
  static Optional<Trouble> met() {
    return Optional.ofNullable(MET.get());
  }
}
