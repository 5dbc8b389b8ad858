package app.chancery.platform.people;

import java.util.Set;

/**
 * Somebody acts in the place of somebody who is away.
 *
 * @param absent the account of who is away
 * @param absentName what that person is called
 * @param deputy the account of who acts; the last of a chain, as deputies may be away too
 * @param deputyName what that person is called
 * @param groups those of the absent person in which the deputy may act, the deputy's own among them
 */
public record StandIn(
    String absent, String absentName, String deputy, String deputyName, Set<String> groups) {

  public StandIn {
    groups = Set.copyOf(groups);
  }
}
