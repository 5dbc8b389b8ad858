package app.chancery.oversight;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The committee's calendar and what it calls its risks, configured under {@code
 * chancery.oversight}.
 *
 * @param zone the committee's time zone
 * @param opensAt when a quarterly review opens on its day, in that zone
 * @param reportsAtOnce so many reports of shifted conditions are taken of one account within {@code
 *     reportsWithin}; above 0
 * @param reportsWithin after that time a report no longer counts
 * @param riskBands what risk scores are called; the first band begins with 1
 */
@ConfigurationProperties("chancery.oversight")
record OversightPolicy(
    ZoneId zone,
    LocalTime opensAt,
    int reportsAtOnce,
    Duration reportsWithin,
    List<RiskBand> riskBands) {

  /**
   * @param from the least score of it, from 1 to 25
   */
  record RiskBand(String word, int from) {}

  OversightPolicy {
    if (reportsAtOnce <= 0) {
      throw new IllegalArgumentException("chancery.oversight.reports-at-once must be above 0");
    }
    riskBands = List.copyOf(riskBands);
    boolean ascending = !riskBands.isEmpty() && riskBands.get(0).from() == 1;
    for (int at = 1; at < riskBands.size(); at++) {
      ascending &= riskBands.get(at - 1).from() < riskBands.get(at).from();
    }
    if (!ascending) {
      throw new IllegalArgumentException(
          "chancery.oversight.risk-bands must begin with 1 and ascend");
    }
  }

  /** What a score from 1 to 25 is called. */
  String riskBand(int score) {
    return riskBands.stream()
        .filter(band -> band.from() <= score)
        .reduce((lower, higher) -> higher)
        .orElseThrow()
        .word();
  }
}
