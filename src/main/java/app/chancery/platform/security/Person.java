package app.chancery.platform.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;

/**
 * Somebody who logged in.
 *
 * @param id the account
 * @param displayName first and last name
 * @param function what the person is in the office, such as "analyst" or "delegation of France";
 *     empty for a member of no group
 * @param groups of the account as of the request, not of the login
 * @param endedSessions the last time that all sessions of the account were ended, as a number; a
 *     session that began before a later one is over
 */
public record Person(
    String id, String displayName, String function, List<String> groups, long endedSessions)
    implements Principal, Serializable {

  public Person {
    groups = List.copyOf(groups);
  }

  @Override
  public String getName() {
    return id;
  }

  public boolean in(String group) {
    return groups.contains(group);
  }
}
