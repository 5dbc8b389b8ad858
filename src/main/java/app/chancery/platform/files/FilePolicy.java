package app.chancery.platform.files;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Which files are taken.
 *
 * @param largest of one file, above 0
 * @param longestName of a name, in characters, 1 or more
 * @param types by the ending of a name, without its dot, what a file of that ending holds, as a
 *     type of MIME
 * @param clamav host and port of the daemon that looks for malware; empty if there is none
 * @param clamavTimeout how long it may take to answer
 */
@ConfigurationProperties("chancery.files")
record FilePolicy(
    DataSize largest,
    int longestName,
    Map<String, String> types,
    String clamav,
    Duration clamavTimeout) {

  FilePolicy {
    if (largest.toBytes() < 1 || largest.toBytes() > Integer.MAX_VALUE || longestName < 1) {
      throw new IllegalArgumentException(
          "chancery.files: largest must be above 0 and below 2GB, longest-name be 1 or more");
    }
    if (!clamav.isEmpty() && !clamav.matches(".+:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "chancery.files.clamav must be a host, a colon and a port");
    }
    if (clamavTimeout.isNegative() || clamavTimeout.isZero()) {
      throw new IllegalArgumentException("chancery.files.clamav-timeout must be above 0");
    }
    Map<String, String> byEnding = new TreeMap<>();
    types.forEach((ending, type) -> byEnding.put(ending.toLowerCase(Locale.ROOT), type));
    types = byEnding;
  }
}
