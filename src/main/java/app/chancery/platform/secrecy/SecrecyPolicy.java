package app.chancery.platform.secrecy;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param lost ids of keys that are lost for good: the office starts without them, and nobody reads
 *     what is sealed with them
 */
@ConfigurationProperties("chancery.secrecy")
record SecrecyPolicy(List<String> lost) {

  SecrecyPolicy {
    lost = lost == null ? List.of() : List.copyOf(lost);
  }
}
