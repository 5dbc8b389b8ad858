package app.chancery.platform.security;

import app.chancery.platform.people.DelegatingCountries;
import app.chancery.platform.people.Delegations;
import app.chancery.platform.people.Groups;
import java.util.List;
import java.util.Locale;

/** The accounts of the {@code local} profile: for trying Chancery, all with one known password. */
final class SampleAccounts {

  static final String PASSWORD = "chancery";

  private static final List<Sample> STAFF =
      List.of(
          new Sample("analyst", "Ada", "Lindqvist", Groups.ANALYSTS),
          new Sample("envoy", "Emil", "Castellan", Groups.ENVOYS),
          new Sample("planner", "Petra", "Novotna", Groups.PLANNERS),
          new Sample("secretary", "Simon", "Verhoeven", Groups.SECRETARIAT),
          new Sample("press", "Paula", "Ferreira", Groups.PUBLIC_AFFAIRS),
          new Sample("officer", "Oskar", "Brandt", Groups.MILITARY_STAFF),
          new Sample("committee", "Clara", "Moreau", Groups.COMMITTEE),
          new Sample("executive", "Edith", "Halloran", Groups.EXECUTIVES),
          new Sample("manager", "Marek", "Zielinski", Groups.MANAGERS),
          new Sample("auditor", "Agnes", "Duval", Groups.OfOneRight.AUDITORS),
          new Sample("admin", "Anna", "Keller", Groups.ADMINISTRATORS));

  private SampleAccounts() {}

  static void addTo(Accounts accounts, DelegatingCountries countries) {
    STAFF.forEach(
        sample ->
            accounts.addSample(
                sample.id(), sample.firstName(), sample.lastName(), PASSWORD, sample.group()));
    countries
        .today()
        .forEach(
            (ally, name) ->
                accounts.addSample(
                    "delegate-" + ally.toLowerCase(Locale.ROOT),
                    "Delegate of",
                    name,
                    PASSWORD,
                    Delegations.groupOf(ally)));
  }

  private record Sample(String id, String firstName, String lastName, String group) {}
}
