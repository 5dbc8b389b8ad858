package app.chancery.records.dossier;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a candidate on the day of an assessment.
 *
 * @param candidate ISO 3166-1 alpha-2 code, or a user-assigned one (XA to XZ)
 * @param european whether it is a European State in the sense of Article 10
 * @param region a region of the policy ({@code chancery.regions})
 * @param assessedOn the day for which indicators count as fresh or stale
 * @param propagandaExposureSource may be null
 * @param indicators the newest value of each indicator; what is not known is not in the map
 */
public record Dossier(
    String candidate,
    String name,
    boolean european,
    String region,
    LocalDate assessedOn,
    PropagandaExposure propagandaExposure,
    String propagandaExposureSource,
    Map<IndicatorName, Indicator> indicators) {

  public Dossier {
    indicators = Map.copyOf(indicators);
  }

  public Optional<Indicator> indicator(IndicatorName name) {
    return Optional.ofNullable(indicators.get(name));
  }

  /** The same dossier, to be assessed on another day. */
  public Dossier assessedOn(LocalDate day) {
    return new Dossier(
        candidate,
        name,
        european,
        region,
        day,
        propagandaExposure,
        propagandaExposureSource,
        indicators);
  }
}
