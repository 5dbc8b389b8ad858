package app.chancery.platform.forms;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which parts of a form are hidden, by their conditions. What a hidden field holds counts for
 * nothing, also in the conditions behind it, as in Tasklist.
 */
final class Conditions {

  private final Expressions expressions;
  private final Set<String> hidden = new LinkedHashSet<>();
  private final Map<String, Object> known;

  /** What has been found out already; the same condition hides many parts. */
  private final Map<String, Boolean> found = new HashMap<>();

  private Conditions(Expressions expressions, Map<String, Object> known) {
    this.expressions = expressions;
    this.known = known;
  }

  /** The ids of the hidden parts, those of hidden groups included. */
  static Set<String> hidden(
      FormDefinition form, Facts facts, Entries entries, Expressions expressions) {
    Map<String, Object> fields = new LinkedHashMap<>();
    form.fields()
        .forEach(field -> fields.put(field.key(), Entries.typed(field, entries.of(field.key()))));
    Conditions conditions = new Conditions(expressions, facts.with(fields));
    conditions.walk(form.parts(), false);
    return conditions.hidden;
  }

  private void walk(List<FormPart> parts, boolean ownerIsHidden) {
    for (FormPart part : parts) {
      boolean hides = ownerIsHidden || part.hide() != null && holds(part.hide());
      if (hides) {
        hidden.add(part.id());
        if (part.isField() && Objects.nonNull(known.put(part.key(), null))) {
          found.clear();
        }
      }
      walk(part.parts(), hides);
    }
  }

  private boolean holds(String condition) {
    return found.computeIfAbsent(
        condition,
        each -> Boolean.TRUE.equals(expressions.value(each.replaceFirst("^=", ""), known)));
  }
}
