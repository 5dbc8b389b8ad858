package app.chancery.platform.people;

import app.chancery.platform.words.Words;
import java.util.Collection;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The delegations to the council: one user group for each Ally, such as {@code delegation-fr}. */
public final class Delegations {

  private static final String PREFIX = "delegation-";

  /** Of more than so many delegations only the number is told. */
  private static final int FEW = 3;

  private Delegations() {}

  /**
   * @param ally ISO 3166-1 alpha-2 code, in capital letters or not
   */
  public static String groupOf(String ally) {
    return PREFIX + ally.toLowerCase(Locale.ROOT);
  }

  /** Whether this user group is a delegation; who is of the staff {@link Groups} says. */
  public static boolean isOne(String group) {
    return group.startsWith(PREFIX);
  }

  /**
   * @return the ISO 3166-1 alpha-2 code of the Ally whose delegation this user group is
   * @throws IllegalArgumentException if it is not a delegation
   */
  public static String allyOf(String group) {
    if (!isOne(group)) {
      throw new IllegalArgumentException("'" + group + "' is not a delegation");
    }
    return group.substring(PREFIX.length()).toUpperCase(Locale.ROOT);
  }

  /**
   * User groups as people read them: "military staff, envoys", "delegation of France", "32
   * delegations".
   *
   * @param countries gives the name of a country by its ISO 3166-1 alpha-2 code
   */
  public static String inWords(Collection<String> groups, UnaryOperator<String> countries) {
    if (groups.size() > FEW && groups.stream().allMatch(Delegations::isOne)) {
      return Words.counted("Group.delegations", groups.size());
    }
    return groups.stream()
        .map(
            group ->
                isOne(group)
                    ? Words.of("Group.delegation").formatted(countries.apply(allyOf(group)))
                    : Groups.word(group, group.replace('-', ' ')))
        .collect(Collectors.joining(", "));
  }
}
