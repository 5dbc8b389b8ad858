package app.chancery.integration;

import app.chancery.platform.people.Groups;
import java.util.List;

/**
 * How the gate to accession talks stands.
 *
 * @param interoperabilityMet whether the interoperability milestone is met (rule 5)
 * @param oppositionChecked whether domestic opposition was checked and blocks nothing (rule 5)
 * @param assurancesInForce whether the assurances of the accession phase are in force (rule 7)
 * @param because a sentence for each thing that blocks
 */
public record GateFinding(
    boolean interoperabilityMet,
    boolean oppositionChecked,
    boolean assurancesInForce,
    List<String> because) {

  public GateFinding {
    because = List.copyOf(because);
  }

  public boolean isOpen() {
    return interoperabilityMet && oppositionChecked && assurancesInForce;
  }

  /** Those who can clear the first thing that blocks. */
  List<String> whoCanClear() {
    String group =
        !interoperabilityMet
            ? Groups.MILITARY_STAFF
            : !oppositionChecked ? Groups.ANALYSTS : Groups.ENVOYS;
    return List.of(group, Groups.MANAGERS);
  }
}
