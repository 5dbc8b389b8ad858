package app.chancery.platform.people;

import app.chancery.platform.words.Coded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who acts in whose place on one day, and in which groups. It adds no right that the absent person
 * has not, and of those not:
 *
 * <ul>
 *   <li>an administrator's, which are the machine's too;
 *   <li>what is confidential (rule 11), to whom has it not by a group of their own;
 *   <li>a delegation's, to whom is not of it: nobody else answers for an Ally; and to a member of a
 *       delegation nothing else;
 *   <li>a group that the deputy is not of, unless an administrator has named the deputy.
 * </ul>
 */
final class Substitution {

  /** Their members read what is said in interviews. */
  static final Set<String> CONFIDENTIAL = Set.of(Groups.ANALYSTS, Groups.ENVOYS);

  private final Map<String, Absence> absent = new HashMap<>();
  private final Map<String, Set<String>> groups;

  /**
   * @param absences those that count on the day; of one person there is one
   * @param groups the own groups of all accounts that are named in them, of those that there are
   */
  Substitution(Collection<Absence> absences, Map<String, Set<String>> groups) {
    absences.forEach(absence -> absent.put(absence.account(), absence));
    this.groups = groups;
  }

  /** Why a deputy acts for nobody any more. */
  enum Gone implements Coded {
    /** There is no such account. */
    LEFT,
    /** The deputy is not of a group any more by which they were named. */
    GROUP_LOST
  }

  /**
   * Who is away that day and has somebody in their place.
   *
   * @return the last of the chain; empty if the account is not away or nobody is in its place
   */
  Optional<String> deputyOf(String account) {
    List<Absence> chain = chain(account);
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1).deputy());
  }

  /** Those groups of somebody who is away in which their deputy may act; none if there is none. */
  Set<String> passed(String account) {
    List<Absence> chain = chain(account);
    Set<String> passed = new TreeSet<>(own(account));
    passed.removeIf(group -> !passes(chain, group));
    return passed;
  }

  /** Why the deputy whom an absence names acts for nobody; empty if they do. */
  Optional<Gone> gone(Absence absence) {
    if (!groups.containsKey(absence.deputy())) {
      return Optional.of(Gone.LEFT);
    }
    return own(absence.deputy()).containsAll(absence.onStrengthOf())
        ? Optional.empty()
        : Optional.of(Gone.GROUP_LOST);
  }

  /**
   * Where the chain that begins with somebody who is away ends nowhere.
   *
   * @return the absence whose deputy acts for nobody; empty if somebody stands in, and where all
   *     stand in for each other
   */
  Optional<Absence> brokenAt(String account) {
    Set<Absence> seen = new LinkedHashSet<>();
    Absence next = absent.get(account);
    while (next != null && seen.add(next)) {
      if (gone(next).isPresent()) {
        return Optional.of(next);
      }
      next = absent.get(next.deputy());
    }
    return Optional.empty();
  }

  private List<Absence> chain(String account) {
    Set<Absence> chain = new LinkedHashSet<>();
    Absence next = absent.get(account);
    while (next != null) {
      if (gone(next).isPresent() || !chain.add(next)) {
        return List.of();
      }
      next = absent.get(next.deputy());
    }
    return new ArrayList<>(chain);
  }

  private boolean passes(List<Absence> chain, String group) {
    if (chain.isEmpty()) {
      return false;
    }
    Set<String> own = own(chain.get(chain.size() - 1).deputy());
    return own.contains(group)
        || mayPass(own, group)
            && chain.stream()
                .allMatch(link -> link.allowed() || own(link.deputy()).contains(group));
  }

  /** Whether an administrator may give the rights of a group to a deputy of these groups at all. */
  static boolean mayPass(Set<String> own, String group) {
    return !Groups.ADMINISTRATORS.equals(group)
        && !Delegations.isOne(Heads.areIn(group) ? Heads.headed(group) : group)
        && own.stream().noneMatch(Delegations::isOne)
        && !(CONFIDENTIAL.contains(group) && Collections.disjoint(own, CONFIDENTIAL));
  }

  private Set<String> own(String account) {
    return groups.getOrDefault(account, Set.of());
  }
}
