package app.chancery.platform.words;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/** The words of a bundle that may be missing, or lack a key: for what is written in English. */
final class SparseWords {

  private SparseWords() {}

  /** Gives the word of a key, or null; never in the language of the machine. */
  static UnaryOperator<String> of(String bundle, Locale language) {
    try {
      return of(
          ResourceBundle.getBundle(
              bundle,
              language,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    } catch (MissingResourceException noBundle) {
      return key -> null;
    }
  }

  static UnaryOperator<String> of(ResourceBundle bundle) {
    return key -> bundle.containsKey(key) ? bundle.getString(key) : null;
  }
}
