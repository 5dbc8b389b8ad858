package app.chancery.stakeholders;

import java.util.Locale;
import java.util.stream.Stream;

/** A text by its words alone: what differs in capital letters and spaces is the same. */
record Wording(String words) {

  /** A quotation shorter than this is a coincidence. */
  private static final int SHORTEST_QUOTATION = 12;

  static Wording of(String text) {
    return new Wording(text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
  }

  /** Whether one of the sentences stands in it, word for word. */
  boolean quotes(Stream<String> sentences) {
    return sentences
        .map(sentence -> of(sentence).words)
        .filter(sentence -> sentence.length() >= SHORTEST_QUOTATION)
        .anyMatch(words::contains);
  }
}
