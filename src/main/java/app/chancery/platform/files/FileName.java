package app.chancery.platform.files;

import app.chancery.platform.refusal.PlainText;
import java.util.Locale;

/**
 * The name of a file. Of what a browser or a program sends only the name is taken, not the folders
 * before it, and nothing that no reader sees: no control characters, and no marks that turn the
 * direction of writing, by which {@code gpj.exe} reads as {@code exe.jpg}.
 *
 * @param text as it is kept and shown; empty if nothing of it was left
 * @param cleaned whether something of it was left out that a reader could not see
 */
record FileName(String text, boolean cleaned) {

  /** What scripts need between letters. */
  private static final String JOINERS = "\u200C\u200D";

  static FileName of(String given) {
    // Browsers send the quotation mark so, which would end the name.
    String sent = given.replace("%22", "\"");
    String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
    StringBuilder seen = new StringBuilder();
    name.codePoints()
        .filter(each -> each >= ' ')
        .filter(each -> !PlainText.isUnseen(each) || JOINERS.indexOf(each) >= 0)
        .filter(each -> PlainText.fault("x" + Character.toString(each)).isEmpty())
        .forEach(seen::appendCodePoint);
    String text = PlainText.stripped(seen.toString());
    boolean isName = text.codePoints().anyMatch(Character::isLetterOrDigit);
    return new FileName(isName ? text : "", seen.length() != name.length());
  }

  /** What stands behind its last dot, in small letters; empty if nothing does. */
  String ending() {
    int dot = text.lastIndexOf('.');
    return dot < 0 ? "" : text.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
