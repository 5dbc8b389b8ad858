package app.chancery.records.alliance;

import app.chancery.platform.people.Delegations;
import java.time.LocalDate;

/**
 * A member of the alliance.
 *
 * @param iso2 ISO 3166-1 alpha-2 code
 * @param name English short name
 * @param partySince the day it became a Party to the treaty
 * @param source where the date comes from
 */
public record Ally(String iso2, String name, LocalDate partySince, String source) {

  /** The user group of its delegation to the council, for example {@code delegation-fr}. */
  public String delegation() {
    return Delegations.groupOf(iso2);
  }
}
