package app.chancery.platform.refusal;

import app.chancery.platform.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a text was read as: a value, or a sentence that says why it is none. Nothing is guessed and
 * nothing is put in the place of what cannot be read.
 *
 * @param value null if it could not be read
 * @param fault the end of a sentence that begins with the field; null if it was read
 * @param wanted the same without a word of the text, for what no log may hold; null if it was read
 */
public record Reading<T>(T value, String fault, String wanted) {

  public Reading {
    if ((value == null) == (fault == null) || (fault == null) != (wanted == null)) {
      throw new IllegalArgumentException("A reading is a value or a fault");
    }
  }

  public static <T> Reading<T> of(T value) {
    return new Reading<>(value, null, null);
  }

  /**
   * Refuses a text.
   *
   * @param wanted the key of the sentence that says what should stand there
   * @param wrong the key of the sentence that says what is wrong
   * @param more what that sentence names, such as the ways in which the text can be read
   */
  public static <T> Reading<T> refused(String text, String wanted, String wrong, Object... more) {
    return new Reading<>(
        null,
        "'%s' %s"
            .formatted(PlainText.shown(text), String.format(Locale.ROOT, Words.of(wrong), more)),
        Words.of(wanted));
  }

  /**
   * Refuses a text with one sentence that names nothing of it.
   *
   * @param wanted the key of the sentence that says what should stand there
   * @param more what that sentence names, such as the bounds
   */
  public static <T> Reading<T> unread(String text, String wanted, Object... more) {
    String sentence = String.format(Locale.ROOT, Words.of(wanted), more);
    return new Reading<>(null, "'%s' %s".formatted(PlainText.shown(text), sentence), sentence);
  }

  /** What is made of the value, or the same refusal. */
  public <S> Reading<S> map(Function<T, S> made) {
    return then(read -> of(made.apply(read)));
  }

  /** What is read after it, or the same refusal. */
  public <S> Reading<S> then(Function<T, Reading<S>> next) {
    return fault == null ? next.apply(value) : new Reading<>(null, fault, wanted);
  }

  public Optional<T> found() {
    return Optional.ofNullable(value);
  }

  /** The value; otherwise nothing, and the fault of the field is added. */
  public Optional<T> orFault(String field, Faults faults) {
    if (fault != null) {
      faults.add(field, fault);
    }
    return found();
  }

  /**
   * The same of a part of a field.
   *
   * @param place which part, for example {@code line 3}
   */
  public Optional<T> orFault(String field, String place, Faults faults) {
    if (fault != null) {
      faults.add(field, place + ": " + fault);
    }
    return found();
  }

  /**
   * @throws Refused naming the field, if it could not be read
   */
  public T orRefuse(String field) {
    if (fault != null) {
      throw new Refused(field, fault);
    }
    return value;
  }
}
