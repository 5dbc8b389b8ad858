package app.chancery.documents;

import app.chancery.platform.words.Words;
import com.ibm.icu.lang.UCharacter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The signs of a text that no font of paper has. They are written as their numbers, so that it can
 * be seen that something stands there, and what.
 *
 * @param signs each once, in their order
 */
record MissingSigns(List<Integer> signs) {

  /** So many are named; more are counted. */
  private static final int MOST_NAMED = 12;

  /** Every font has these; whoever writes in them needs no look at the fonts. */
  private static final int PLAIN = 0x7F;

  static MissingSigns of(String text) {
    return new MissingSigns(
        text.codePoints()
            .filter(sign -> sign > PLAIN)
            .distinct()
            .filter(sign -> !PaperFonts.have(sign) && !PaperFonts.isUnseen(sign))
            .sorted()
            .boxed()
            .toList());
  }

  boolean isEmpty() {
    return signs.isEmpty();
  }

  /** The text with the number of each, such as {@code [U+1F54A]}. */
  String spelledIn(String text) {
    if (isEmpty()) {
      return text;
    }
    StringBuilder spelled = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (signs.contains(sign)) {
                spelled.append('[').append(number(sign)).append(']');
              } else {
                spelled.appendCodePoint(sign);
              }
            });
    return spelled.toString();
  }

  /** What a reader is told, with numbers and names. */
  String sentence() {
    String named =
        signs.stream()
            .limit(MOST_NAMED)
            .map(sign -> number(sign) + " " + UCharacter.getExtendedName(sign))
            .collect(Collectors.joining(", "));
    return String.format(Locale.ROOT, Words.of("paper.missingSigns"), signs.size(), named)
        + (signs.size() > MOST_NAMED ? ", …" : ".");
  }

  /** The numbers alone. */
  String numbers() {
    return signs.stream().map(MissingSigns::number).collect(Collectors.joining(", "));
  }

  private static String number(int sign) {
    return String.format(Locale.ROOT, "U+%04X", sign);
  }
}
