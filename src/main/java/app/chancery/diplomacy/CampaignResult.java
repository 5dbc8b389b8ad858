package app.chancery.diplomacy;

import java.time.OffsetDateTime;

/**
 * What was measured of a campaign.
 *
 * @param measure what was looked at
 * @param result what was found
 * @param source where the finding comes from
 */
public record CampaignResult(
    ResultStage stage,
    String measure,
    String result,
    String source,
    String recordedBy,
    OffsetDateTime recordedAt) {}
