package app.chancery.platform.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words that people read, out of one bundle: {@code messages.properties}. No program compares
 * them, so they may be bettered at any time, and a second language can follow.
 */
public final class Words {

  private static volatile ResourceBundle bundle = bundle(Locale.ROOT);

  private Words() {}

  /** Speaks a language from now on, in the whole office; what its bundle lacks stays English. */
  static void speak(Locale other) {
    speak(bundle(other));
  }

  /** Whose names of months, and whose way to write a number, go with the words in use. */
  public static Locale language() {
    Locale of = bundle.getLocale();
    return of == null || of.equals(Locale.ROOT) ? Locale.ENGLISH : of;
  }

  /** Never the language of the machine. */
  private static ResourceBundle bundle(Locale other) {
    return ResourceBundle.getBundle(
        "messages",
        other,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** Takes other words from now on, in the whole office. */
  public static void speak(ResourceBundle other) {
    bundle = other;
  }

  /** The bundle in use. */
  public static ResourceBundle spoken() {
    return bundle;
  }

  /**
   * The text of a key.
   *
   * @throws java.util.MissingResourceException if the bundle does not have it
   */
  public static String of(String key) {
    return bundle.getString(key);
  }

  /**
   * The text of a key, filled in where it has {@code {0}}: for what is counted, which has a form
   * for one, such as <code>{0,choice,1#1 day|1&lt;{0} days}</code>.
   *
   * @throws java.util.MissingResourceException if the bundle does not have it
   */
  public static String counted(String key, Object... counts) {
    return new MessageFormat(of(key), language()).format(counts);
  }

  /** The word of a constant. */
  static String of(Coded coded) {
    return of(key(coded));
  }

  /** Another form of the word of a constant, for example its plural. */
  public static String of(Coded coded, String form) {
    return of(key(coded) + "." + form);
  }

  /** Where the word of a constant stands, for example {@code Review.Status.OPEN}. */
  public static String key(Coded coded) {
    Class<?> type = ((Enum<?>) coded).getDeclaringClass();
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.')
        + "."
        + coded.name();
  }
}
