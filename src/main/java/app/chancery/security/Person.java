package app.chancery.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;

/**
 * Somebody who logged in.
 *
 * @param id the account
 * @param displayName first and last name
 * @param groups as of the login: a change of groups takes effect at the next one
 */
public record Person(String id, String displayName, List<String> groups)
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
