package app.chancery.platform.forms;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a form is told beside its fields, by name. */
final class Facts {

  /** The place of a fact in a text. */
  static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private final Map<String, Object> known;
  private final Expressions expressions;

  Facts(Map<String, Object> known, Expressions expressions) {
    this.known = known;
    this.expressions = expressions;
  }

  boolean has(String name) {
    return known.get(name) != null;
  }

  /** As people read it; "" if it is not known. */
  String text(String name) {
    return text(known.get(name));
  }

  /** A label or a description, with facts in their places or computed as a whole. */
  String filled(String template) {
    if (template.startsWith("=")) {
      return text(expressions.value(template.substring(1), known));
    }
    return PLACE
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(text(found.group(1))));
  }

  /** The rows that an expression gives, each by the names of its columns. */
  List<Map<?, ?>> rows(String expression) {
    Object value =
        expression.startsWith("=")
            ? expressions.value(expression.substring(1), known)
            : known.get(expression);
    return value instanceof Collection<?> rows
        ? rows.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(row -> (Map<?, ?>) row)
            .toList()
        : List.of();
  }

  /** The choices that a fact gives. */
  List<FormPart.Choice> choices(String name) {
    return rows(name).stream()
        .map(row -> new FormPart.Choice(text(row.get("value")), text(row.get("label"))))
        .toList();
  }

  /** These facts and what the fields hold. */
  Map<String, Object> with(Map<String, Object> fields) {
    Map<String, Object> all = new HashMap<>(known);
    all.putAll(fields);
    return all;
  }

  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Double || value instanceof Float) {
      return text(BigDecimal.valueOf(((Number) value).doubleValue()));
    }
    return value instanceof BigDecimal figure
        ? figure.stripTrailingZeros().toPlainString()
        : value.toString();
  }
}
