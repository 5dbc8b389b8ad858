package app.chancery.platform.database;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How Chancery deals with its database.
 *
 * @param waitForTables how long a node waits at its start while another one changes the tables;
 *     more than zero
 * @param writtenInUtc that the machine was in UTC on which an older Chancery wrote the database
 * @param waitWhileBusy how long a request waits for a connection while others are given some; more
 *     than zero
 * @param checkedEvery how old an answer may be to whether the database is there; not negative
 * @param clockApart how far the clocks of a node and of the database may be apart for the node to
 *     do anything by itself; more than zero
 * @param clockCheckedEvery how old an answer may be to how far that is; not negative
 */
@ConfigurationProperties("chancery.database")
record DatabaseSettings(
    Duration waitForTables,
    boolean writtenInUtc,
    Duration waitWhileBusy,
    Duration checkedEvery,
    Duration clockApart,
    Duration clockCheckedEvery) {

  DatabaseSettings {
    if (waitForTables.isZero() || waitForTables.isNegative()) {
      throw new IllegalArgumentException("chancery.database.wait-for-tables must be positive");
    }
    if (waitWhileBusy.isZero() || waitWhileBusy.isNegative()) {
      throw new IllegalArgumentException("chancery.database.wait-while-busy must be positive");
    }
    if (clockApart.isZero() || clockApart.isNegative()) {
      throw new IllegalArgumentException("chancery.database.clock-apart must be positive");
    }
    if (clockCheckedEvery.isNegative()) {
      throw new IllegalArgumentException(
          "chancery.database.clock-checked-every must not be negative");
    }
    if (checkedEvery.isNegative()) {
      throw new IllegalArgumentException("chancery.database.checked-every must not be negative");
    }
  }
}
