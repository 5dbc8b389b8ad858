package app.chancery.platform.security;

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
}
