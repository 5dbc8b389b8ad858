package app.chancery.records.dossier;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The regions for which the policy has weights and thresholds.
 *
 * @param regions id to name, as configured under {@code chancery.regions}
 */
@ConfigurationProperties("chancery")
public record Regions(Map<String, String> regions) {

  public boolean knows(String region) {
    return regions.containsKey(region);
  }
}
