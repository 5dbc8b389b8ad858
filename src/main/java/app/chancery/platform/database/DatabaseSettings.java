package app.chancery.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Chancery deals with its database.
 *
 * @param waitForTables how long a node waits at its start while another one changes the tables;
 *     more than zero
 * @param writtenInUtc that the machine was in UTC on which an older Chancery wrote the database
 */
@ConfigurationProperties("chancery.database")
record DatabaseSettings(Duration waitForTables, boolean writtenInUtc) {

  DatabaseSettings {
    if (waitForTables.isZero() || waitForTables.isNegative()) {
      throw new IllegalArgumentException("chancery.database.wait-for-tables must be positive");
    }
  }
}
