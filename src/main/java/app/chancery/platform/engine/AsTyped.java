package app.chancery.platform.engine;

import java.util.stream.Collectors;

/**
 * Text for a place that reads Markdown and HTML, written so that people see there what was typed.
 * Whoever writes a name or a reason would otherwise put pictures, links and styles of their own
 * into a colleague's form.
 */
final class AsTyped {

  private static final int ASCII = 128;

  private AsTyped() {}

  /**
   * Every sign that could mean something becomes a reference to itself, which neither language
   * takes for more than a sign; letters and digits stay, and so do the ends of lines.
   */
  static String written(String text) {
    return text.lines().map(AsTyped::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    StringBuilder written = new StringBuilder();
    boolean begun = false;
    for (int place = 0; place < line.length(); place++) {
      char sign = line.charAt(place);
      begun |= !Character.isWhitespace(sign);
      // Blanks at the beginning of a line would make it a block of code.
      boolean plain = sign >= ASCII || Character.isLetterOrDigit(sign) || begun && sign == ' ';
      if (plain) {
        written.append(sign);
      } else {
        written.append("&#").append((int) sign).append(';');
      }
    }
    return written.toString();
  }
}
