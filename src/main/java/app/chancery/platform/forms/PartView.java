package app.chancery.platform.forms;

import java.util.List;

/**
 * A part of a form as a page shows it. What a part has no use for is "", null, false or empty.
 *
 * @param hidden whether a condition hides it now; it is on the page all the same, because what the
 *     person types may show it
 * @param input the type of an input of one line: {@code date} or {@code text}
 * @param mode its {@code inputmode}, or null
 * @param readBy the reading that tells below the field how the office reads it, or null
 * @param read how the office reads what the field holds, or why it does not
 * @param unread whether it does not
 * @param rows of a table; each has as many cells as there are columns
 * @param lines the names of the columns of a field with one entry a line
 * @param rowsHint the hint of such a field where it is shown as rows; null if it is the same
 * @param error what is wrong with the field
 */
public record PartView(
    String type,
    String id,
    String name,
    String label,
    String hint,
    String html,
    boolean hidden,
    boolean required,
    String value,
    String input,
    String mode,
    String readBy,
    String read,
    boolean unread,
    List<Option> options,
    List<String> columns,
    List<List<Cell>> rows,
    List<String> lines,
    String rowsHint,
    String warning,
    String error,
    boolean startsRow,
    int width,
    List<PartView> parts) {

  /**
   * One cell of a table.
   *
   * @param mark the colour that its word stands for, as a code such as {@code amber}; null if it
   *     stands for none
   */
  public record Cell(String text, String mark) {}

  /** One of the values that may be chosen. */
  public record Option(String id, String value, String label, boolean chosen) {}

  /** Whether it is a field, or has one in it. */
  boolean asksForSomething() {
    return name != null || parts.stream().anyMatch(PartView::asksForSomething);
  }

  boolean isConfidential() {
    return name != null && name.startsWith(FormPart.CONFIDENTIAL)
        || parts.stream().anyMatch(PartView::isConfidential);
  }

  public boolean isTicked() {
    return Entries.YES.equals(value);
  }

  /** The ids of what describes the field; null if nothing does. */
  public String describedBy() {
    StringBuilder ids = new StringBuilder();
    if (!hint.isEmpty()) {
      ids.append(id).append("-hint ");
    }
    if (!warning.isEmpty()) {
      ids.append(id).append("-warning ");
    }
    if (readBy != null) {
      ids.append(id).append("-read ");
    }
    if (error != null) {
      ids.append(id).append("-error");
    }
    return ids.isEmpty() ? null : ids.toString().strip();
  }
}
