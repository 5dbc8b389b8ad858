package app.chancery.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the clock of this machine goes with that of the database, which all nodes have in common.
 * A node that is ahead would end a silence before its time, and one that is behind would have its
 * jobs and mails taken by another one while it is at them. That of an embedded database is the same
 * clock.
 */
@Component
public class SharedClock {

  private static final Logger LOG = LoggerFactory.getLogger(SharedClock.class);

  private final JdbcClient db;
  private final Duration apart;
  private final long validNanos;
  private final Clock machine = Clock.systemUTC();
  private boolean agrees = true;
  private boolean looked;
  private long lookedAt;

  SharedClock(JdbcClient db, DatabaseSettings settings) {
    this.db = db;
    this.apart = settings.clockApart();
    this.validNanos = settings.clockCheckedEvery().toNanos();
  }

  /** Whether this node may do something by itself; while the database is away, as before. */
  public synchronized boolean agrees() {
    if (!looked || System.nanoTime() - lookedAt >= validNanos) {
      look();
      looked = true;
      lookedAt = System.nanoTime();
    }
    return agrees;
  }

  private void look() {
    try {
      OffsetDateTime there =
          db.sql("select current_timestamp").query(OffsetDateTime.class).single();
      Duration ahead = Duration.between(there.toInstant(), machine.instant());
      boolean now = ahead.abs().compareTo(apart) <= 0;
      if (agrees && !now) {
        LOG.error(
            "The clock of this machine and that of the database are {} apart ({} here). Until they"
                + " agree this node does no jobs and sends no mails.",
            ahead.abs(),
            machine.instant());
      } else if (!agrees && now) {
        LOG.info("The clocks of this machine and of the database agree: work goes on.");
      }
      agrees = now;
    } catch (DataAccessException away) {
      Troubles.forget();
      LOG.debug("The clock of the database is not known", away);
    }
  }
}
