package app.chancery.documents;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UProperty;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much room a text takes in a picture. Estimated, because a picture is drawn before anybody
 * knows with which font; rather too wide than too narrow.
 */
public final class Lettering {

  private static final String NARROW = "iIjl.,:;'|!()[]ft r-";
  private static final String WIDE = "mwMW@%&";

  /** What comes behind it may be as wide as it is high. */
  private static final int FIRST_OF_FORMS = 0xAC00;

  private static final double SIGNS_OF_A_WIDE_ONE = 1.8;

  private static final String ELLIPSIS = "…";

  private Lettering() {}

  /** In the units of the picture. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(Lettering::share).sum() * size;
  }

  /** How many signs of Latin a text is as wide as. */
  static double signs(String text) {
    return text.codePoints().mapToDouble(sign -> isWide(sign) ? SIGNS_OF_A_WIDE_ONE : 1).sum();
  }

  private static boolean isWide(int character) {
    int width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
    return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH;
  }

  /** The share of the font size that a character takes in width. */
  private static double share(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    if (isWide(character) || character >= FIRST_OF_FORMS) {
      return 1.0;
    }
    if (character < 0x80) {
      if (NARROW.indexOf(character) >= 0) {
        return 0.38;
      }
      return WIDE.indexOf(character) >= 0 ? 0.95 : Character.isUpperCase(character) ? 0.7 : 0.58;
    }
    return 0.68;
  }

  /** The text if it has room, otherwise its beginning with an ellipsis. */
  static String fit(String text, double room, double size) {
    String whole = text.strip();
    if (width(whole, size) <= room) {
      return whole;
    }
    return whole.substring(0, cut(whole, room - width(ELLIPSIS, size), size)).strip() + ELLIPSIS;
  }

  /**
   * The text in lines that have room; what does not fit into so many lines is left out.
   *
   * @param room of a line, in the units of the picture
   * @param size of the letters
   * @param mostLines 1 or more
   */
  public static List<String> wrap(String text, double room, double size, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip().replaceAll("\\s+", " ");
    while (lines.size() < mostLines - 1 && width(rest, size) > room) {
      int end = cut(rest, room, size);
      int space = rest.lastIndexOf(' ', end);
      int at = space > 0 ? space : Math.max(end, rest.offsetByCodePoints(0, 1));
      lines.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(fit(rest, room, size));
    }
    return lines;
  }

  /** How many chars have room, never cutting a character from its marks. */
  private static int cut(String text, double room, double size) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int end = 0;
    double taken = 0;
    for (int from = 0, to = characters.next();
        to != BreakIterator.DONE;
        from = to, to = characters.next()) {
      taken += width(text.substring(from, to), size);
      if (taken > room) {
        return end;
      }
      end = to;
    }
    return end;
  }
}
