package app.chancery.platform.signon;

import app.chancery.platform.people.Delegations;
import app.chancery.platform.start.CannotStart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which groups of the office somebody is of by what the provider says of them. */
public final class ProviderRoles {

  /** In the place of a group: the delegation of the Ally that the person is of. */
  static final String DELEGATION = "delegation";

  private final Map<String, Set<String>> groups = new LinkedHashMap<>();
  private final ProviderSettings.Claims names;

  /**
   * @param mapping each {@code ROLE=GROUP}; a role may have several lines
   * @throws CannotStart if a line is none, or if there is none at all
   */
  ProviderRoles(List<String> mapping, ProviderSettings.Claims names) {
    this.names = names;
    for (String line : mapping) {
      int equals = line.lastIndexOf('=');
      String role = equals < 0 ? "" : line.substring(0, equals).strip();
      String group = line.substring(equals + 1).strip();
      if (role.isEmpty() || group.isEmpty()) {
        throw new CannotStart(
            "'" + line + "' does not say which role of the provider is which group.", action());
      }
      groups.computeIfAbsent(role, first -> new LinkedHashSet<>()).add(group);
    }
    if (groups.isEmpty()) {
      throw new CannotStart(
          "No role of the provider is a group here: nobody could log in.", action());
    }
  }

  private static String action() {
    return "Set CHANCERY_OIDC_ROLES to ROLE=GROUP, separated by commas, and start again.";
  }

  /**
   * What somebody is by the provider's word.
   *
   * @param groups those of the office
   * @param unknown roles that are none here: not mapped, or a delegation's without an Ally
   */
  record Standing(Set<String> groups, List<String> unknown) {}

  /**
   * @param claims of a token
   * @param allies those of today, by ISO 3166-1 alpha-2 code
   */
  Standing standing(Map<String, Object> claims, Set<String> allies) {
    Set<String> found = new TreeSet<>();
    List<String> unknown = new ArrayList<>();
    Optional<String> delegation =
        text(claims, names.ally())
            .map(code -> code.strip().toUpperCase(Locale.ROOT))
            .filter(allies::contains)
            .map(Delegations::groupOf);
    for (String role : new LinkedHashSet<>(texts(claims, names.roles()))) {
      Set<String> mapped = new TreeSet<>(groups.getOrDefault(role, Set.of()));
      if (mapped.remove(DELEGATION)) {
        delegation.ifPresent(mapped::add);
      }
      found.addAll(mapped);
      if (mapped.isEmpty()) {
        unknown.add(role);
      }
    }
    return new Standing(found, List.copyOf(unknown));
  }

  /** Whether who is of this group is said by the provider, and by nobody else. */
  boolean decide(String group) {
    return groups.values().stream()
        .flatMap(Set::stream)
        .anyMatch(each -> each.equals(group) || isAnyDelegation(each) && Delegations.isOne(group));
  }

  /**
   * @param isGroup whether the office has a group of that name
   * @throws CannotStart naming what it has not
   */
  public void refuseUnknownGroups(Predicate<String> isGroup) {
    List<String> unknown =
        groups.values().stream()
            .flatMap(Set::stream)
            .filter(group -> !isAnyDelegation(group) && !isGroup.test(group))
            .distinct()
            .toList();
    if (!unknown.isEmpty()) {
      throw new CannotStart(
          "CHANCERY_OIDC_ROLES names groups that the office has not: " + unknown + ".",
          "Name groups of the office (docs/access.md) or those that an administrator has made, and"
              + " start again.");
    }
  }

  private static boolean isAnyDelegation(String group) {
    return group.equals(DELEGATION);
  }

  /** What stands in a claim; of a list the only one. */
  static Optional<String> text(Map<String, Object> claims, String name) {
    List<String> texts = texts(claims, name);
    return texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
  }

  private static List<String> texts(Map<String, Object> claims, String name) {
    Object found = found(claims, name);
    Collection<?> all =
        found instanceof Collection<?> several
            ? several
            : found == null ? List.of() : List.of(found);
    return all.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank())
        .toList();
  }

  private static Object found(Map<?, ?> claims, String name) {
    Object whole = claims.get(name);
    int dot = name.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    return claims.get(name.substring(0, dot)) instanceof Map<?, ?> within
        ? found(within, name.substring(dot + 1))
        : null;
  }
}
