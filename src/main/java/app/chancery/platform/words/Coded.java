package app.chancery.platform.words;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A choice out of an enum that is stored, compared in a model, asked for on a form or sent. The
 * enum's constants give the codes, the bundle of {@link Words} the words.
 */
public interface Coded {

  /** The constant's own name. */
  String name();

  /**
   * What programs store, compare and send: the constant's name in kebab-case, unless the outside
   * contract fixes another one.
   */
  @JsonValue
  default String code() {
    return kebab(name());
  }

  /** What people read. */
  default String word() {
    return Words.of(this);
  }

  /**
   * What somebody meant who gave a code or a word, in any case; a code may be spelled with blanks
   * or underscores.
   */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String text) {
    String given = text.strip();
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.code().equalsIgnoreCase(given))
        .findFirst()
        .or(
            () ->
                Arrays.stream(type.getEnumConstants())
                    .filter(
                        each ->
                            each.word().equalsIgnoreCase(given) || each.code().equals(kebab(given)))
                    .findFirst());
  }

  /**
   * The constant of a code that a program wrote.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E> & Coded> E of(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no code of %s".formatted(code, type.getSimpleName())));
  }

  /** All words of a choice in its order. */
  static <E extends Enum<E> & Coded> List<String> words(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Coded::word).toList();
  }

  /** A refusal that says what would be right. */
  static <E extends Enum<E> & Coded> String oneOf(Class<E> type) {
    return oneOf(Arrays.asList(type.getEnumConstants()));
  }

  /** The same where some alone are a choice. */
  static String oneOf(List<? extends Coded> choices) {
    return Words.of("choice.oneOf")
        .formatted(choices.stream().map(Coded::word).collect(Collectors.joining(", ")));
  }

  private static String kebab(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }
}
