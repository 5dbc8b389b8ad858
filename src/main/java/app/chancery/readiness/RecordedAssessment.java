package app.chancery.readiness;

import app.chancery.platform.decisions.TableVersions;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An assessment as it was made, kept so that a later one can be compared with it.
 *
 * @param explanation sentences that a policymaker can read
 * @param policy the tables that it was made by
 */
public record RecordedAssessment(
    long id,
    String programme,
    LocalDate assessedOn,
    OffsetDateTime recordedAt,
    Tier tier,
    Tier uncappedTier,
    Scores scores,
    List<Cap> caps,
    List<String> explanation,
    TableVersions policy) {

  /** The highest tier that the caps allow; no approval lifts it. */
  public Tier ceiling() {
    return Assessment.ceiling(caps);
  }

  RecordedAssessment with(List<Cap> itsCaps) {
    return new RecordedAssessment(
        id,
        programme,
        assessedOn,
        recordedAt,
        tier,
        uncappedTier,
        scores,
        List.copyOf(itsCaps),
        explanation,
        policy);
  }
}
