package app.chancery.readiness;

import app.chancery.records.dossier.IndicatorName;
import java.time.LocalDate;
import java.util.List;

/**
 * What the policy tables make of a dossier.
 *
 * @param assessedOn the day for which indicators counted as fresh or stale
 * @param tier what the candidate is proposed for: the uncapped tier within all caps
 * @param uncappedTier what the scores alone would give
 * @param missing indicators that the dossier does not have; they contributed nothing (rule 3)
 * @param stale indicators older than the policy allows; they contributed nothing (rule 3)
 * @param explanation sentences that a policymaker can read
 * @param offer the package template of the tier
 * @param instruments what the policy offers the tier
 */
public record Assessment(
    LocalDate assessedOn,
    Tier tier,
    Tier uncappedTier,
    Scores scores,
    List<Cap> caps,
    List<IndicatorName> missing,
    List<IndicatorName> stale,
    List<String> explanation,
    PackageTemplate offer,
    List<InstrumentOffer> instruments) {

  public Assessment {
    caps = List.copyOf(caps);
    missing = List.copyOf(missing);
    stale = List.copyOf(stale);
    explanation = List.copyOf(explanation);
    instruments = List.copyOf(instruments);
  }

  /** The highest tier that the caps allow; no approval lifts it. */
  public Tier ceiling() {
    return ceiling(caps);
  }

  static Tier ceiling(List<Cap> caps) {
    return caps.stream().map(Cap::limitsTo).reduce(Tier.FULL_CANDIDATE, Tier::atMost);
  }
}
