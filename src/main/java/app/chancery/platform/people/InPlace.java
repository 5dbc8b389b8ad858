package app.chancery.platform.people;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** In whose place somebody acts, for the time of what they do: what is recorded says so. */
public final class InPlace {

  /** Between two accounts; no account has it in its name. */
  private static final char BETWEEN = '/';

  private static final ThreadLocal<String> ABSENT = new ThreadLocal<>();

  private InPlace() {}

  /** The person whose request this is; empty where nobody asked, as behind a timer. */
  public static Optional<Person> person() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getPrincipal() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** The account in whose place is acted now; empty if everybody acts for themselves. */
  public static Optional<String> now() {
    return Optional.ofNullable(ABSENT.get());
  }

  /**
   * Does something in the place of somebody.
   *
   * @param absent empty to do it as before, which may be in the place of somebody, too
   */
  public static <T> T of(Optional<Person.InPlaceOf> absent, Supplier<T> action) {
    Runnable end = begin(absent);
    try {
      return action.get();
    } finally {
      end.run();
    }
  }

  /**
   * Begins to act in the place of somebody; otherwise as {@link #of}.
   *
   * @return what ends it
   */
  public static Runnable begin(Optional<Person.InPlaceOf> absent) {
    String before = ABSENT.get();
    absent.map(Person.InPlaceOf::account).ifPresent(ABSENT::set);
    return () -> {
      if (before == null) {
        ABSENT.remove();
      } else {
        ABSENT.set(before);
      }
    };
  }

  /** Who signs now, if this account acts. */
  public static String signed(String account) {
    return now().map(absent -> signed(account, absent)).orElse(account);
  }

  /** What was signed, with something else for each of the accounts. */
  static String each(String signed, UnaryOperator<String> account) {
    String actor = account.apply(actor(signed));
    return absent(signed).map(absent -> signed(actor, account.apply(absent))).orElse(actor);
  }

  /** Who signs: an account, or two of which the first acts in the place of the second. */
  public static String signed(String account, String absent) {
    return account + BETWEEN + absent;
  }

  /** How everything begins that an account has signed in the place of somebody. */
  public static String signedBy(String account) {
    return account + BETWEEN;
  }

  /** The account that acted, of what was signed. */
  static String actor(String signed) {
    int end = signed.indexOf(BETWEEN);
    return end < 0 ? signed : signed.substring(0, end);
  }

  /** The account in whose place was acted, of what was signed; empty if in its own. */
  static Optional<String> absent(String signed) {
    int end = signed.indexOf(BETWEEN);
    return end < 0 ? Optional.empty() : Optional.of(signed.substring(end + 1));
  }
}
