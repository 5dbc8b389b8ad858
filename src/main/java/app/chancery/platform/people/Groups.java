package app.chancery.platform.people;

import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  /** Those of the office, in its order. */
  private static final List<String> OFFICE =
      List.of(
          ANALYSTS,
          ENVOYS,
          PLANNERS,
          SECRETARIAT,
          PUBLIC_AFFAIRS,
          MILITARY_STAFF,
          COMMITTEE,
          EXECUTIVES,
          MANAGERS,
          ADMINISTRATORS);

  /** Groups that are a right and nothing else. */
  public static final class OfOneRight {

    /** Whose members, the accounts of the monitoring, read the figures of the office. */
    public static final String MONITORING = "monitoring";

    /** Whose members, and nobody else, read the audit. */
    public static final String AUDITORS = "auditors";

    private OfOneRight() {}
  }

  private Groups() {}

  /** The groups of whoever has logged in; the authorities of an account are its groups. */
  public static List<String> of(Authentication person) {
    return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
  }

  /** Those of these groups that do tasks: managers watch, and administrators mend. */
  public static List<String> work(Collection<String> groups) {
    return groups.stream()
        .filter(
            group ->
                !Set.of(MANAGERS, ADMINISTRATORS, OfOneRight.MONITORING, OfOneRight.AUDITORS)
                    .contains(group))
        .filter(group -> !Heads.areIn(group))
        .toList();
  }

  /**
   * What a group of the office is called in a sentence.
   *
   * @param otherwise what one is called that an administrator made, or a delegation
   */
  public static String word(String group, String otherwise) {
    return OFFICE.contains(group) ? Words.of("Group." + group) : otherwise;
  }

  /**
   * Whether somebody of these groups may read what is for the staff alone, also if of a delegation
   * as well. A head is of the staff by the group that is headed, and a group that an administrator
   * made is none of the office.
   */
  public static boolean areStaff(Collection<String> groups) {
    return groups.stream().anyMatch(OFFICE::contains);
  }

  /** The groups whose members are the staff. */
  public static String[] staff() {
    return OFFICE.toArray(String[]::new);
  }

  /**
   * What a member of groups is, in the order of the office's groups.
   *
   * @param memberships the name of each group, as the accounts have it, by its id
   */
  static String function(Map<String, String> memberships) {
    Stream<String> staff =
        OFFICE.stream()
            .filter(memberships::containsKey)
            .map(group -> Words.of("Function." + group));
    // A delegation is called by its country, and a group that an administrator made by its name.
    Stream<String> others =
        memberships.entrySet().stream()
            .filter(each -> !OFFICE.contains(each.getKey()))
            .map(each -> function(each.getKey(), each.getValue()))
            .sorted();
    return Stream.concat(staff, others).collect(Collectors.joining(", "));
  }

  private static String function(String group, String name) {
    if (Heads.areIn(group) && OFFICE.contains(Heads.headed(group))) {
      return Words.of("Function.heads").formatted(Words.of("Group." + Heads.headed(group)));
    }
    if (group.equals(OfOneRight.MONITORING)) {
      return Words.of("Function.monitoring");
    }
    if (group.equals(OfOneRight.AUDITORS)) {
      return Words.of("Function.auditors");
    }
    return Delegations.isOne(group)
        ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
        : name;
  }

  /**
   * The same in a list as in a sentence.
   *
   * @param name as the accounts have it; what an administrator wrote stays as it is
   */
  static String called(String group, String name) {
    return word(group, function(group, name));
  }

  /** The groups of the heads of those that do tasks, with their names as people read them. */
  static Map<String, String> heads() {
    Map<String, String> heads = new LinkedHashMap<>();
    work(OFFICE)
        .forEach(
            group ->
                heads.put(
                    Heads.groupOf(group),
                    Words.of("Group.heads").formatted(Words.of("Group." + group))));
    return heads;
  }

  /** Groups that are a right and nothing else, with their names as people read them. */
  public static Map<String, String> rights() {
    Map<String, String> rights = new LinkedHashMap<>(heads());
    rights.put(OfOneRight.MONITORING, Words.of("Group.monitoring.name"));
    rights.put(OfOneRight.AUDITORS, Words.of("Group.auditors.name"));
    return rights;
  }

  /** The groups that do not depend on who is an Ally, with their names as people read them. */
  public static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    OFFICE.forEach(group -> names.put(group, Words.of("Group." + group + ".name")));
    return names;
  }
}
