package app.chancery.platform.security;

import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * The user groups of the office. The delegations, one for each Ally, come from the alliance's data.
 */
public final class Groups {

  public static final String ANALYSTS = "analysts";
  public static final String ENVOYS = "envoys";
  public static final String PLANNERS = "planners";
  public static final String SECRETARIAT = "council-secretariat";
  public static final String PUBLIC_AFFAIRS = "public-affairs";
  public static final String MILITARY_STAFF = "military-staff";
  public static final String COMMITTEE = "oversight-committee";
  public static final String EXECUTIVES = "executives";
  public static final String MANAGERS = "managers";

  /** The engine's own name for those who may do everything. */
  public static final String ADMINISTRATORS = "camunda-admin";

  private Groups() {}

  /** The groups of whoever has logged in; the authorities of an account are its groups. */
  public static List<String> of(Authentication person) {
    return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
  }

  /** Those of these groups that do tasks: managers watch, and administrators mend. */
  public static List<String> work(Collection<String> groups) {
    return groups.stream()
        .filter(group -> !group.equals(MANAGERS) && !group.equals(ADMINISTRATORS))
        .filter(group -> !Heads.areIn(group))
        .toList();
  }

  /**
   * What a group of the office is called in a sentence.
   *
   * @param otherwise what one is called that an administrator made, or a delegation
   */
  public static String word(String group, String otherwise) {
    return names().containsKey(group) ? Words.of("Group." + group) : otherwise;
  }

  /** Everybody but the delegations. */
  static String[] staff() {
    return names().keySet().toArray(String[]::new);
  }

  /**
   * What a member of groups is, in the order of the office's groups.
   *
   * @param memberships the name of each group, as the accounts have it, by its id
   */
  static String function(Map<String, String> memberships) {
    Stream<String> staff =
        names().keySet().stream()
            .filter(memberships::containsKey)
            .map(group -> Words.of("Function." + group));
    // A delegation is called by its country, and a group that an administrator made by its name.
    Stream<String> others =
        memberships.entrySet().stream()
            .filter(each -> !names().containsKey(each.getKey()))
            .map(each -> isOurs(each) ? withSmallLetter(each.getValue()) : each.getValue())
            .sorted();
    return Stream.concat(staff, others).collect(Collectors.joining(", "));
  }

  private static boolean isOurs(Map.Entry<String, String> membership) {
    return Delegations.isOne(membership.getKey())
        || Heads.areIn(membership.getKey()) && !membership.getValue().isEmpty();
  }

  private static String withSmallLetter(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The groups of the heads of those that do tasks, with their names as people read them. */
  static Map<String, String> heads() {
    Map<String, String> heads = new LinkedHashMap<>();
    Map<String, String> names = names();
    work(names.keySet())
        .forEach(
            group ->
                heads.put(Heads.groupOf(group), "Head of " + withSmallLetter(names.get(group))));
    return heads;
  }

  /** The groups that do not depend on who is an Ally, with their names as people read them. */
  static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(ANALYSTS, "Analysts");
    names.put(ENVOYS, "Envoys");
    names.put(PLANNERS, "Planners");
    names.put(SECRETARIAT, "Council secretariat");
    names.put(PUBLIC_AFFAIRS, "Public affairs");
    names.put(MILITARY_STAFF, "Military staff");
    names.put(COMMITTEE, "Oversight committee");
    names.put(EXECUTIVES, "Executives");
    names.put(MANAGERS, "Managers");
    names.put(ADMINISTRATORS, "Administrators");
    return names;
  }
}
