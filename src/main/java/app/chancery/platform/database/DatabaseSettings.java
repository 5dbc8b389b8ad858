package app.chancery.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Chancery deals with its database.
 *
 * @param waitForTables how long a node waits at its start while another one changes the tables;
 *     more than zero
 */
@ConfigurationProperties("chancery.database")
record DatabaseSettings(Duration waitForTables) {

  DatabaseSettings {
    if (waitForTables.isZero() || waitForTables.isNegative()) {
      throw new IllegalArgumentException("chancery.database.wait-for-tables must be positive");
    }
  }
}
