package app.chancery.platform.secrecy;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param atOnce how many rows get the newest key in one transaction, from 1
 */
@ConfigurationProperties("chancery.secrecy.rotation")
record RotationPolicy(int atOnce) {

  RotationPolicy {
    if (atOnce < 1) {
      throw new IllegalArgumentException("chancery.secrecy.rotation.at-once must be above 0");
    }
  }
}
