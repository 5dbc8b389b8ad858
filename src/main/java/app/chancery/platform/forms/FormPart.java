package app.chancery.platform.forms;

import app.chancery.platform.refusal.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a form as its file defines it. What a part has no use for is "", null or empty.
 *
 * @param type as the file has it: {@code text}, {@code textfield}, {@code radio}, ...
 * @param key the name under which a field is handed in; null for what is no field
 * @param label may be an expression, which begins with an equals sign
 * @param text Markdown with the names of facts in double braces
 * @param reading how the office reads the field: {@code date}, {@code time}, {@code number} or
 *     {@code text}
 * @param hide the expression by which the part is hidden; null if it never is
 * @param valuesKey the fact that has the choices, where the form does not list them itself
 * @param dataSource the expression that gives the rows of a table
 * @param lines the names of the columns if the field takes one entry a line
 * @param rowsHint what the description says of lines, said of rows; null if it is the same
 * @param warning said beside a choice that cannot be undone
 * @param parts of a group
 * @param row which parts stand side by side
 * @param width in sixteenths of the form's
 */
public record FormPart(
    String type,
    String id,
    String key,
    String label,
    String description,
    String text,
    String reading,
    String hide,
    Rule rule,
    List<Choice> values,
    String valuesKey,
    String defaultValue,
    String dataSource,
    List<Column> columns,
    List<String> lines,
    String rowsHint,
    String warning,
    List<FormPart> parts,
    String row,
    int width) {

  /** What the name of a field begins with whose content is in no history, log or address. */
  public static final String CONFIDENTIAL = "confidential_";

  private static final int WHOLE_WIDTH = 16;

  private static final Set<String> CHOICES = Set.of("select", "radio");

  private static final Set<String> ONE_LINE = Set.of("textfield", "number", "datetime");

  /** What the id of a field begins with that is read as something else than text. */
  private static final Pattern READ = Pattern.compile("(date|time|number)_.*");

  /**
   * What a field must hold.
   *
   * @param pattern null if any text will do
   * @param patternMessage said if the text does not match it
   * @param least characters
   * @param most characters
   * @param bounds of a number that has some, both included; null if it has none
   */
  record Rule(
      boolean required,
      Pattern pattern,
      String patternMessage,
      int least,
      int most,
      Bounds bounds) {}

  /** Between which a number has to be. */
  record Bounds(BigDecimal least, BigDecimal most) {}

  /** One of the values that may be chosen. */
  record Choice(String value, String label) {}

  /** A column of a table. */
  record Column(String label, String key) {}

  static FormPart of(JsonNode part) {
    JsonNode properties = part.path("properties");
    return new FormPart(
        part.path("type").asText(),
        part.path("id").asText(),
        part.hasNonNull("key") ? part.get("key").asText() : null,
        firstText(part, "label", "dateLabel", "timeLabel"),
        part.path("description").asText(""),
        firstText(part, "text", "content"),
        reading(part),
        part.path("conditional").hasNonNull("hide")
            ? part.path("conditional").get("hide").asText()
            : null,
        rule(part.path("validate")),
        choices(part.path("values")),
        part.path("valuesKey").asText(null),
        part.path("defaultValue").asText(null),
        part.path("dataSource").asText(""),
        columns(part.path("columns")),
        properties.hasNonNull("lines")
            ? List.of(properties.get("lines").asText().split("\\s*\\|\\s*"))
            : List.of(),
        properties.path("hint").asText(null),
        properties.path("warning").asText(""),
        all(part.path("components")),
        part.path("layout").path("row").asText(""),
        part.path("layout").path("columns").asInt(WHOLE_WIDTH));
  }

  static List<FormPart> all(JsonNode components) {
    List<FormPart> parts = new ArrayList<>();
    components.forEach(component -> parts.add(of(component)));
    return List.copyOf(parts);
  }

  boolean isField() {
    return key != null;
  }

  boolean isConfidential() {
    return isField() && isConfidential(key);
  }

  static boolean isConfidential(String field) {
    return field.startsWith(CONFIDENTIAL);
  }

  boolean isTickBox() {
    return type.equals("checkbox");
  }

  boolean isChoice() {
    return CHOICES.contains(type);
  }

  /** Whether something is written into it. */
  boolean takesText() {
    return !isChoice() && !isTickBox();
  }

  /** Whether it is for words alone: no choice, day or number, and no lines that are read. */
  boolean takesAnyText() {
    return takesText() && reading.equals("text") && lines.isEmpty() && rule.pattern() == null;
  }

  /**
   * What may not stand in its text, as the end of a sentence that begins with its label; empty if
   * there is nothing wrong.
   */
  public Optional<String> textFault(String text) {
    if (isOneLine()) {
      return PlainText.lineFault(text);
    }
    return lines.isEmpty() ? PlainText.fault(text) : PlainText.linesFault(text);
  }

  boolean isOneLine() {
    return ONE_LINE.contains(type);
  }

  /** Whether a field is in it. */
  boolean asksForSomething() {
    return isField() || parts.stream().anyMatch(FormPart::asksForSomething);
  }

  private static String reading(JsonNode part) {
    Matcher read = READ.matcher(part.path("id").asText());
    if (read.matches()) {
      return read.group(1);
    }
    // As the forms of the first release have them.
    return switch (part.path("type").asText()) {
      case "number" -> "number";
      case "datetime" -> part.path("subtype").asText("date");
      default -> "text";
    };
  }

  private static String firstText(JsonNode part, String... names) {
    for (String name : names) {
      if (part.hasNonNull(name)) {
        return part.get(name).asText();
      }
    }
    return "";
  }

  private static Rule rule(JsonNode validate) {
    return new Rule(
        validate.path("required").asBoolean(),
        validate.hasNonNull("pattern") ? Pattern.compile(validate.get("pattern").asText()) : null,
        validate.path("patternErrorMessage").asText(""),
        validate.path("minLength").asInt(0),
        validate.path("maxLength").asInt(Integer.MAX_VALUE),
        validate.hasNonNull("min") && validate.hasNonNull("max")
            ? new Bounds(validate.get("min").decimalValue(), validate.get("max").decimalValue())
            : null);
  }

  private static List<Choice> choices(JsonNode values) {
    List<Choice> choices = new ArrayList<>();
    values.forEach(
        value ->
            choices.add(new Choice(value.path("value").asText(), value.path("label").asText())));
    return List.copyOf(choices);
  }

  private static List<Column> columns(JsonNode columns) {
    List<Column> all = new ArrayList<>();
    columns.forEach(
        column -> all.add(new Column(column.path("label").asText(), column.path("key").asText())));
    return List.copyOf(all);
  }
}
