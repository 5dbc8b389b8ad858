package app.chancery.platform.export;

/** Texts in tables that a spreadsheet may open. */
public final class Cells {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r";

  private Cells() {}

  /** With an apostrophe before what a spreadsheet would take for a formula; null stays null. */
  public static String harmless(String text) {
    return text != null && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
