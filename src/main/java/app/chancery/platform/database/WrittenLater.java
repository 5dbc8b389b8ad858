package app.chancery.platform.database;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For work that nobody waits for step by step and that the next start does again, or goes on with,
 * if it is cut off. An embedded database writes all that was done before it answers; meanwhile it
 * gathers half a second of it. What is lost if the office is killed is the last of it, never
 * something between.
 */
@Component
public class WrittenLater {

  private static final String H2 = "jdbc:h2:";

  /** H2's own, in milliseconds. */
  private static final int DELAY = 500;

  private final JdbcClient db;
  private final boolean isEmbedded;

  WrittenLater(JdbcClient db, @Value("${spring.datasource.url:}") String url) {
    this.db = db;
    this.isEmbedded = url.startsWith(H2);
  }

  /**
   * Something to do.
   *
   * @param <E> how it may fail
   */
  @FunctionalInterface
  public interface Work<E extends Exception> {
    void run() throws E;
  }

  /** Afterwards what is done is written at once, as before. */
  public <E extends Exception> void during(Work<E> work) throws E {
    Optional<Integer> before = isEmbedded ? delay() : Optional.empty();
    before.ifPresent(set -> setDelay(DELAY));
    try {
      work.run();
    } finally {
      before.ifPresent(this::setDelay);
    }
  }

  /** Empty if it was never set: then it is the same already. H2 tells it twice. */
  private Optional<Integer> delay() {
    return db.sql(
            "select max(cast(setting_value as integer)) from information_schema.settings"
                + " where setting_name = 'WRITE_DELAY'")
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .single();
  }

  private void setDelay(int milliseconds) {
    db.sql("set write_delay " + milliseconds).update();
  }
}
