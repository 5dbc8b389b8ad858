package app.chancery.platform.people;

import java.io.Serializable;
import java.security.Principal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who logged in.
 *
 * @param id the account
 * @param displayName first and last name
 * @param function what the person is in the office, such as "analyst" or "delegation of France";
 *     empty for a member of no group
 * @param ownGroups of the account as of the request, not of the login
 * @param endedSessions the last time that all sessions of the account were ended, as a number; a
 *     session that began before a later one is over
 * @param inPlaceOf those who are away today and in whose place the person acts, by their names
 */
public record Person(
    String id,
    String displayName,
    String function,
    List<String> ownGroups,
    long endedSessions,
    List<InPlaceOf> inPlaceOf)
    implements Principal, Serializable {

  public Person {
    ownGroups = List.copyOf(ownGroups);
    inPlaceOf = List.copyOf(inPlaceOf);
  }

  /**
   * Somebody who is away.
   *
   * @param account of the absent person
   * @param name what that person is called
   * @param groups those of that person which the deputy is not of, but acts in meanwhile
   */
  public record InPlaceOf(String account, String name, List<String> groups)
      implements Serializable {

    public InPlaceOf {
      groups = List.copyOf(groups);
    }
  }

  @Override
  public String getName() {
    return id;
  }

  /** The groups in whose right the person acts: their own, and those of whom they stand in for. */
  public List<String> groups() {
    if (inPlaceOf.isEmpty()) {
      return ownGroups;
    }
    Set<String> all = new TreeSet<>(ownGroups);
    inPlaceOf.forEach(absent -> all.addAll(absent.groups()));
    return List.copyOf(all);
  }

  public boolean in(String group) {
    return groups().contains(group);
  }

  /** The absent person of that account, if the person stands in for them now. */
  public Optional<InPlaceOf> inPlaceOf(String account) {
    return inPlaceOf.stream().filter(absent -> absent.account().equals(account)).findFirst();
  }

  /**
   * In whose place the person does what only members of these groups may do; empty if by a right of
   * their own.
   */
  public Optional<InPlaceOf> inPlaceOf(Collection<String> groups) {
    return Collections.disjoint(ownGroups, groups)
        ? inPlaceOf.stream()
            .filter(absent -> !Collections.disjoint(absent.groups(), groups))
            .findFirst()
        : Optional.empty();
  }

  /**
   * In whose place the person does a task; empty if in their own. Of a task that was taken for
   * somebody it is that one, and not who took it, however long the chain is.
   *
   * @param holder the account that has it; null if nobody has
   * @param owner the account in whose place somebody has taken it; null if nobody has
   * @param groups who may do it
   */
  public Optional<InPlaceOf> inPlaceOf(String holder, String owner, Collection<String> groups) {
    if (inPlaceOf.isEmpty()) {
      return Optional.empty();
    }
    return inPlaceOf(owner).or(() -> inPlaceOf(holder)).or(() -> inPlaceOf(groups));
  }
}
