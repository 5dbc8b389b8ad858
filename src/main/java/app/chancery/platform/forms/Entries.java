package app.chancery.platform.forms;

import app.chancery.platform.words.Words;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the fields of a form hold, as text by the names of the fields. A tick box holds {@code true}
 * or {@code false}.
 */
public record Entries(Map<String, String> texts) {

  /** The most characters that one field may hold; long enough for any text a person would write. */
  private static final int LONGEST_TEXT = 100_000;

  static final String YES = "true";
  static final String NO = "false";

  public Entries {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /**
   * What is said of a text that is longer than any field takes, as the end of a sentence that
   * begins with its field; empty if it is not.
   */
  public static Optional<String> tooLong(String text) {
    return text.length() > LONGEST_TEXT
        ? Optional.of(Words.of("formInput.isLongerThanCharacters").formatted(LONGEST_TEXT))
        : Optional.empty();
  }

  /**
   * Why a field does not take the text, whatever it is about: it holds what may not be there, or
   * too much. Empty if it may be handed in.
   */
  static Optional<String> unfit(FormPart field, String text) {
    return field.textFault(text).or(() -> tooLong(text));
  }

  /** "" if the field holds nothing. */
  String of(String field) {
    return texts.getOrDefault(field, "");
  }

  /**
   * What a form starts with: what is known of a field, or what its definition gives.
   *
   * @param given takes the place of both, for the fields that it has
   */
  static Entries start(FormDefinition form, Facts facts, Map<String, String> given) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FormPart field : form.fields()) {
      String known = facts.has(field.key()) ? facts.text(field.key()) : field.defaultValue();
      texts.put(field.key(), given.getOrDefault(field.key(), known == null ? "" : known));
    }
    return new Entries(texts);
  }

  /** What a browser sent; it leaves out what is not ticked or not chosen. */
  static Entries sent(FormDefinition form, Map<String, String> fields) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FormPart field : form.fields()) {
      String text = fields.get(field.key());
      texts.put(
          field.key(), text == null ? (field.isTickBox() ? NO : "") : withPlainLineEnds(text));
    }
    return new Entries(texts);
  }

  /** In types as a form hands them in: a tick box is a Boolean, and what was not chosen is null. */
  static Object typed(FormPart field, String text) {
    if (field.isTickBox()) {
      return YES.equals(text);
    }
    return field.isChoice() && text.isEmpty() ? null : text;
  }

  /** A browser sends other ends of lines than it shows. */
  private static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n");
  }
}
