package app.chancery.platform.security;

import app.chancery.Visitor;
import app.chancery.platform.people.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account of each group of staff, logged in once for all the requests of a test. */
final class OneOfEachGroup {

  private static final Map<String, String> GROUPS =
      Map.of(
          "analyst", Groups.ANALYSTS,
          "envoy", Groups.ENVOYS,
          "planner", Groups.PLANNERS,
          "secretary", Groups.SECRETARIAT,
          "press", Groups.PUBLIC_AFFAIRS,
          "officer", Groups.MILITARY_STAFF,
          "committee", Groups.COMMITTEE,
          "executive", Groups.EXECUTIVES,
          "manager", Groups.MANAGERS,
          "delegate-fr", "delegation-fr");

  private static final Map<String, Visitor> LOGGED_IN = new HashMap<>();

  private OneOfEachGroup() {}

  static List<String> accounts() {
    return List.copyOf(new TreeMap<>(GROUPS).keySet());
  }

  static String groupOf(String account) {
    return GROUPS.get(account);
  }

  /** Sends what the pages of Chancery and those of the webapps send with each call. */
  static Visitor loggedIn(int port, String account) {
    return LOGGED_IN.computeIfAbsent(
        account + ":" + port,
        any -> {
          Visitor person = Visitor.person(port, account).inTasklist();
          return person.with("X-CHANCERY-CSRF", person.cookie("CHANCERY-CSRF").orElseThrow());
        });
  }
}
