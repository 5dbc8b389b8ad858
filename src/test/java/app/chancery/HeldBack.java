package app.chancery;

import java.time.Duration;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a transaction waits for another one, on the database that ships with Chancery. */
public final class HeldBack {

  private HeldBack() {}

  /** Until the other act waits for what this one holds, or is done without that. */
  public static void await(Future<?> other, JdbcClient db) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> other.isDone() || isSomebody(db));
  }

  private static boolean isSomebody(JdbcClient db) {
    return db.sql("select count(*) from information_schema.sessions where blocker_id <> 0")
            .query(Long.class)
            .single()
        > 0;
  }
}
