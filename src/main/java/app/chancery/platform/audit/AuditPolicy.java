package app.chancery.platform.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the audit is kept.
 *
 * @param lookEvery how long after one look for what is to be put into the chain the next one is
 *     taken. Zero: only whoever reads the audit has it put there
 * @param atOnce how many links are made in one transaction, from 1
 * @param anchors the file, outside the database, that the end of the chain is written down in;
 *     empty: beside an embedded database, and nowhere for any other
 * @param anchorEvery how long after one end was written down the next one is, above zero
 * @param programsEvery how long the calls of one program count as one login
 */
@ConfigurationProperties("chancery.audit")
record AuditPolicy(
    Duration lookEvery, int atOnce, String anchors, Duration anchorEvery, Duration programsEvery) {

  AuditPolicy {
    if (lookEvery.isNegative() || atOnce < 1 || programsEvery.isNegative()) {
      throw new IllegalArgumentException(
          "chancery.audit: look-every and programs-every must not be negative, at-once must be"
              + " above 0");
    }
    if (anchorEvery.isNegative() || anchorEvery.isZero()) {
      throw new IllegalArgumentException("chancery.audit.anchor-every must be positive");
    }
  }
}
