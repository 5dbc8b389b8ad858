package app.chancery.diplomacy;

import java.time.Period;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The programme's policy on campaigns.
 *
 * @param leadTime from the drafting to the first day, for the plan's default; for example {@code
 *     P30D}
 * @param length from the first day to the last, for the plan's default
 * @param budgetEur in euros, for the plan's default
 * @param resultsAfter how long after the last day the results of each stage can be known
 */
@ConfigurationProperties("chancery.diplomacy")
public record CampaignPolicy(
    Period leadTime, Period length, long budgetEur, Map<ResultStage, Period> resultsAfter) {

  public CampaignPolicy {
    for (ResultStage stage : ResultStage.values()) {
      if (!resultsAfter.containsKey(stage)) {
        throw new IllegalArgumentException(
            "chancery.diplomacy.results-after has no period for " + stage.code());
      }
    }
    resultsAfter = Map.copyOf(resultsAfter);
  }

  Period resultsAfter(ResultStage stage) {
    return resultsAfter.get(stage);
  }
}
