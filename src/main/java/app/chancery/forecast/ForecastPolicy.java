package app.chancery.forecast;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How forecasts are made, configured under {@code chancery.forecast}.
 *
 * @param leastCases with fewer cases a wider reference is taken, 2 or more
 * @param samples how often the way is walked for one forecast, 100 or more
 * @param seed of the draws: under the same seed a forecast of the same record is the same
 * @param tail how many times the shortest case may be undercut and the longest exceeded, above 1;
 *     of too few cases as many times more as cases are wanting
 * @param recent how far from the day of a forecast the signature of a recent accession lies
 */
@ConfigurationProperties("chancery.forecast")
record ForecastPolicy(int leastCases, int samples, long seed, double tail, Period recent) {

  ForecastPolicy {
    if (leastCases < 2 || samples < 100) {
      throw new IllegalArgumentException(
          "chancery.forecast: least-cases must be 2 or more, samples 100 or more");
    }
    if (!(tail > 1) || tail > 100) {
      throw new IllegalArgumentException("chancery.forecast.tail must be above 1, up to 100");
    }
    if (recent == null || recent.isNegative() || recent.isZero()) {
      throw new IllegalArgumentException("chancery.forecast.recent must be a period, such as P30Y");
    }
  }

  /** How far beyond so many cases a further one may lie. */
  double tailOf(int cases) {
    return tail * Math.max(1.0, (double) leastCases / cases);
  }

  /** Whether an accession was signed close enough to the day of a forecast to be a recent one. */
  boolean isRecent(LocalDate signed, LocalDate asOf) {
    return !signed.isBefore(asOf.minus(recent)) && !signed.isAfter(asOf.plus(recent));
  }
}
