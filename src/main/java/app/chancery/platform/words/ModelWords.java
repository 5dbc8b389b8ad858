package app.chancery.platform.words;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * The names of processes, tasks, events and flows. A model has them in English, for Cockpit and for
 * everything else alike; those of another language stand in {@code models_<language>.properties},
 * each by the process and the element: {@code hold-review}, {@code
 * hold-review.userTask_decideReview}.
 */
public final class ModelWords {

  private static volatile UnaryOperator<String> spoken = key -> null;

  private ModelWords() {}

  /** Speaks a language from now on; a model stays as it is written if there is no bundle of it. */
  static void speak(Locale language) {
    spoken = SparseWords.of("models", language);
  }

  /** Takes the words of a bundle from now on; what it does not have stays as it is written. */
  public static void speak(ResourceBundle bundle) {
    spoken = SparseWords.of(bundle);
  }

  /**
   * What a process is called.
   *
   * @param written in its model; may be null
   */
  public static String of(String process, String written) {
    String word = spoken.apply(process);
    return word == null ? written : word;
  }

  /**
   * What an element of a process is called.
   *
   * @param written in its model; may be null
   */
  public static String of(String process, String element, String written) {
    return of(process + "." + element, written);
  }
}
