package app.chancery.platform.refusal;

import app.chancery.platform.words.Words;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text from outside may hold: letters and signs of any script, blanks, tabs and ends of
 * lines. Refused is what no reader sees and what yet does something: control characters (a database
 * may not even keep them), halves of characters, and marks that turn the direction of writing, so
 * that a text reads otherwise than it is. The marks that scripts need (joiners, and those that give
 * a direction without turning what follows) are letters like others; but a text of nothing else has
 * nothing to read.
 */
public final class PlainText {

  private static final int REPLACEMENT = 0xFFFD;

  /** So many characters tell which one is meant. */
  private static final int LONGEST_SHOWN = 100;

  /** What a sentence ends with. */
  private static final String ENDS = ".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";

  private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

  private static final Pattern LEADING = Pattern.compile("[\\s\\p{Z}]+");

  /** What is between two lines, or between the columns of a table. */
  private static final String PARTS = "\t\n\r";

  /** Whose letters are taken for each other. */
  private static final Set<UnicodeScript> ALIKE =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.COPTIC);

  private static final Set<UnicodeScript> NO_SCRIPTS =
      Set.of(UnicodeScript.COMMON, UnicodeScript.INHERITED, UnicodeScript.UNKNOWN);

  private PlainText() {}

  /** What is wrong with the text, as the end of a sentence that begins with its field. */
  public static Optional<String> fault(String text) {
    OptionalInt place = firstBad(text);
    if (place.isEmpty()) {
      return text.isBlank() || text.codePoints().anyMatch(PlainText::isSeen)
          ? Optional.empty()
          : Optional.of(Words.of("plainText.holdsNothingThatCanBeSeen"));
    }
    return Optional.of(
        "%s (U+%04X, character %s)"
            .formatted(
                kind(text.codePointAt(place.getAsInt())),
                text.codePointAt(place.getAsInt()),
                text.codePointCount(0, place.getAsInt()) + 1));
  }

  /**
   * What is wrong with the text as a name by which something is known: it is no line, a word of it
   * mixes letters of scripts that look alike, or it holds what is of no name but of a page.
   */
  public static Optional<String> nameFault(String text) {
    return lineFault(text).or(() -> mixed(text)).or(() -> ofPages(text));
  }

  private static Optional<String> ofPages(String text) {
    return text.codePoints()
        .filter(sign -> sign == '<' || sign == '>')
        .mapToObj(
            sign ->
                Words.of("plainText.holdsASignOfNoName")
                    .formatted(
                        Character.toString(sign),
                        "U+%04X".formatted(sign),
                        text.codePointCount(0, text.indexOf(sign)) + 1))
        .findFirst();
  }

  /**
   * What is wrong with the text as one line, such as a title or a source: two that read alike would
   * be told apart by what nobody sees. Joiners are seen by what they join, between letters of the
   * scripts that have them. The blanks and ends of lines around it count for nothing.
   */
  public static Optional<String> lineFault(String text) {
    return fault(text).or(() -> unseen(text, false));
  }

  /** The same of several lines with an entry or more in each. */
  public static Optional<String> linesFault(String text) {
    return fault(text).or(() -> unseen(text, true));
  }

  private static Optional<String> unseen(String text, boolean lines) {
    Matcher leading = LEADING.matcher(text);
    int first = leading.lookingAt() ? leading.end() : 0;
    int end = first + stripped(text).length();
    int before = ' ';
    for (int index = first; index < end; ) {
      int character = text.codePointAt(index);
      int next = index + Character.charCount(character);
      int after = next < end ? text.codePointAt(next) : ' ';
      boolean parts = lines && PARTS.indexOf(character) >= 0;
      if (!parts && isUnseen(character, before, after)) {
        return Optional.of(
            "%s (U+%04X, character %s)"
                .formatted(
                    Words.of(
                        PARTS.indexOf(character) >= 0
                            ? "plainText.holdsMoreThanOneLine"
                            : "plainText.holdsACharacterThatNobodySees"),
                    character,
                    text.codePointCount(0, index) + 1));
      }
      before = character;
      index = next;
    }
    return Optional.empty();
  }

  private static boolean isUnseen(int character, int before, int after) {
    if (isJoiner(character)) {
      return !joins(before, after);
    }
    if (isSelector(character)) {
      return ALIKE.contains(UnicodeScript.of(before)) || Character.isWhitespace(before);
    }
    return isUnseen(character) || Character.getType(character) == Character.PRIVATE_USE;
  }

  private static Optional<String> mixed(String text) {
    for (String word : text.split("[^\\p{L}\\p{M}]+")) {
      Set<UnicodeScript> scripts =
          word.codePoints()
              .mapToObj(UnicodeScript::of)
              .filter(script -> !NO_SCRIPTS.contains(script))
              .collect(Collectors.toCollection(TreeSet::new));
      if (scripts.stream().filter(ALIKE::contains).count() > 1) {
        return Optional.of(Words.of("plainText.mixesLetters").formatted(word));
      }
    }
    return Optional.empty();
  }

  /** Whether no reader sees it, though it is no blank. */
  public static boolean isUnseen(int character) {
    return !isSeen(character) && Character.getType(character) != Character.SPACE_SEPARATOR;
  }

  private static boolean isJoiner(int character) {
    return character == 0x200C || character == 0x200D;
  }

  /** What follows a sign that takes the vowel away may be a blank: it has another shape then. */
  private static boolean joins(int before, int after) {
    return isOfJoinedScript(before) && (isOfJoinedScript(after) || isMark(before));
  }

  private static boolean isOfJoinedScript(int letter) {
    UnicodeScript script = UnicodeScript.of(letter);
    return !NO_SCRIPTS.contains(script) && !ALIKE.contains(script);
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** It chooses between the shapes of a sign; letters of most scripts have one. */
  private static boolean isSelector(int character) {
    return character >= 0xFE00 && character <= 0xFE0F
        || character >= 0xE0100 && character <= 0xE01EF;
  }

  /** Without the blanks around it, those that break no line among them. */
  public static String stripped(String text) {
    return AROUND.matcher(text).replaceAll("");
  }

  /** The same as a sentence, so that another one can follow it. */
  public static String sentence(String text) {
    return text.isEmpty() || ENDS.indexOf(text.codePointBefore(text.length())) >= 0
        ? text
        : text + ".";
  }

  /** Not a blank of any width, a joiner or the like, nor one of the letters that stand for none. */
  private static boolean isSeen(int character) {
    return switch (Character.getType(character)) {
      case Character.SPACE_SEPARATOR, Character.FORMAT, Character.CONTROL -> false;
      default ->
          character != 0x034F
              && character != 0x115F
              && character != 0x1160
              && character != 0x2800
              && character != 0x3164
              && character != 0xFFA0;
    };
  }

  /**
   * Adds a fault unless the text is plain.
   *
   * @return whether it is
   */
  public static boolean check(String text, String field, Faults faults) {
    Optional<String> fault = fault(text);
    fault.ifPresent(wrong -> faults.add(field, wrong));
    return fault.isEmpty();
  }

  /** The same of a text of one line. */
  public static boolean checkLine(String text, String field, Faults faults) {
    Optional<String> fault = lineFault(text);
    fault.ifPresent(wrong -> faults.add(field, wrong));
    return fault.isEmpty();
  }

  /**
   * The beginning of a text that may be anything, to be told of: with a mark for each character
   * that may not be there.
   */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(each -> shown.appendCodePoint(isBad(each) ? REPLACEMENT : each));
    return shown + (text.codePointCount(0, text.length()) > LONGEST_SHOWN ? "…" : "");
  }

  private static OptionalInt firstBad(String text) {
    for (int index = 0; index < text.length(); ) {
      int character = text.codePointAt(index);
      if (isBad(character)) {
        return OptionalInt.of(index);
      }
      index += Character.charCount(character);
    }
    return OptionalInt.empty();
  }

  private static boolean isBad(int character) {
    return isControl(character)
        || isSurrogate(character)
        || turnsWriting(character)
        || isNone(character);
  }

  private static String kind(int character) {
    if (isControl(character)) {
      return Words.of("plainText.holdsAControlCharacter");
    }
    if (isSurrogate(character)) {
      return Words.of("plainText.holdsHalfOfACharacter");
    }
    if (turnsWriting(character)) {
      return Words.of("plainText.holdsAMarkThatTurnsThe");
    }
    return character == REPLACEMENT
        ? Words.of("plainText.holdsACharacterThatCouldNot")
        : Words.of("plainText.holdsACharacterThatMeansNothing");
  }

  /** Of both sets, but for tab, line feed and carriage return; and the ends of lines of old. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character)
            && character != '\t'
            && character != '\n'
            && character != '\r'
        || character == 0x2028
        || character == 0x2029;
  }

  private static boolean isSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /** Embeddings, overrides and isolates with their ends, and the deprecated ones of shapes. */
  private static boolean turnsWriting(int character) {
    return character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x206F;
  }

  /** Noncharacters, marks of annotations and invisible tags, and what stands for unreadable. */
  private static boolean isNone(int character) {
    return (character & 0xFFFE) == 0xFFFE
        || character >= 0xFDD0 && character <= 0xFDEF
        || character >= 0xFFF9 && character <= REPLACEMENT && character != 0xFFFC
        || character >= 0xE0000 && character <= 0xE007F;
  }
}
