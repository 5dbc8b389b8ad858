package app.chancery.platform.engine.migration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param atOnce how many instances move in one transaction, from 1
 */
@ConfigurationProperties("chancery.migration")
record MigrationPolicy(int atOnce) {

  MigrationPolicy {
    if (atOnce < 1) {
      throw new IllegalArgumentException("chancery.migration.at-once must be above 0");
    }
  }
}
