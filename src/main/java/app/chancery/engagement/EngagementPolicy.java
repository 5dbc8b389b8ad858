package app.chancery.engagement;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The programme's own policy on designing packages, beside its tables.
 *
 * @param daysToConsensus how many days after its design a package is expected to be adopted; its
 *     instruments and milestones are dated from then, 0 or more
 */
@ConfigurationProperties("chancery.engagement")
record EngagementPolicy(int daysToConsensus) {

  EngagementPolicy {
    if (daysToConsensus < 0) {
      throw new IllegalArgumentException(
          "chancery.engagement: days-to-consensus must be 0 or more");
    }
  }
}
