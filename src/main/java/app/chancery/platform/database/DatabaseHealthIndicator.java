package app.chancery.platform.database;

import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database is there, with all changes of its tables that this node knew when it was
 * first asked: fewer are there when an older backup was put in its place. Anybody may ask, so an
 * answer holds for a while.
 */
@Component
@ConditionalOnWebApplication
class DatabaseHealthIndicator implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseHealthIndicator.class);

  private final JdbcClient db;
  private final long validNanos;
  private OptionalLong changesKnown = OptionalLong.empty();
  private Health last;
  private long lookedAt;

  DatabaseHealthIndicator(JdbcClient db, DatabaseSettings settings) {
    this.db = db;
    this.validNanos = settings.checkedEvery().toNanos();
  }

  @Override
  public synchronized Health health() {
    if (last == null || System.nanoTime() - lookedAt >= validNanos) {
      Health now = look();
      if (last == null || !now.getStatus().equals(last.getStatus())) {
        LOG.info("The database is {}", now.getStatus());
      }
      last = now;
      lookedAt = System.nanoTime();
    }
    return last;
  }

  private Health look() {
    try {
      long changes =
          db.sql("select count(*) from databasechangelog")
              .query((row, number) -> row.getLong(1))
              .single();
      if (changesKnown.isEmpty()) {
        changesKnown = OptionalLong.of(changes);
      }
      return (changes < changesKnown.getAsLong() ? Health.down() : Health.up()).build();
    } catch (DataAccessException away) {
      // That is the answer, and no failure of the request.
      Troubles.forget();
      return Health.down(away).build();
    }
  }
}
