package app.chancery.platform.people;

import app.chancery.platform.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an account is called where people read. */
public final class Names {

  private Names() {}

  /**
   * First and last name, or what there is of them.
   *
   * @param account is what remains for one without a name
   * @param first null or blank if there is none
   * @param last null or blank if there is none
   */
  public static String of(String account, String first, String last) {
    String name =
        Stream.of(first, last)
            .filter(each -> each != null && !each.isBlank())
            .collect(Collectors.joining(" "))
            .strip();
    return name.isEmpty() ? account : name;
  }

  /**
   * Names of a list to choose from, in which people of one name are told apart by their accounts.
   *
   * @param names by the accounts
   */
  public static Map<String, String> apart(Map<String, String> names) {
    Map<String, Long> times =
        names.values().stream()
            .collect(Collectors.groupingBy(Names::folded, Collectors.counting()));
    Map<String, String> apart = new LinkedHashMap<>(names);
    apart.replaceAll(
        (account, name) ->
            times.get(folded(name)) > 1 ? Words.of("people.apart").formatted(name, account) : name);
    return apart;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
