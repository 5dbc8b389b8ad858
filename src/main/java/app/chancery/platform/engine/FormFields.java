package app.chancery.platform.engine;

import app.chancery.platform.forms.FormDefinition;
import app.chancery.platform.forms.FormPart;
import app.chancery.platform.refusal.Faults;
import app.chancery.platform.refusal.Refused;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The fields of a form: which there are, and what people call them; and what it tells beside them.
 *
 * @param parts each field by its name
 * @param labels the label of each field by its name; empty if it has none or one that is computed
 * @param told the names of what is told in texts that are read as Markdown or HTML
 * @param addresses of these, the names of what is the address of a link
 */
record FormFields(
    Map<String, FormPart> parts,
    Map<String, String> labels,
    Set<String> told,
    Set<String> addresses) {

  /** Of a form that is not known. */
  static final FormFields NONE = new FormFields(Map.of(), Map.of(), Set.of(), Set.of());

  private static final Pattern TOLD = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  private static final Pattern ADDRESS = Pattern.compile("]\\(\\{\\{\\s*(\\w+)\\s*}}\\)");

  /** A page of this office. */
  private static final Pattern OWN_PAGE = Pattern.compile("/[\\w.-][\\w./?=&%-]*");

  static FormFields of(JsonNode form) {
    return of(FormDefinition.of(form));
  }

  static FormFields of(FormDefinition form) {
    FormFields fields =
        new FormFields(
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashSet<>(),
            new LinkedHashSet<>());
    form.all().forEach(fields::collect);
    return fields;
  }

  /**
   * How the form is given a text that it tells: as it was typed, or the address of a link.
   *
   * @throws IllegalStateException if an address leads out of this office
   */
  String shown(String name, String text) {
    if (!addresses.contains(name)) {
      return AsTyped.written(text);
    }
    if (!OWN_PAGE.matcher(text).matches()) {
      throw new IllegalStateException("'%s' of a form is no page of this office".formatted(name));
    }
    return text;
  }

  /**
   * @throws Refused if something is submitted that the form does not ask for, or that nobody can
   *     enter in a field
   */
  void refuseForeign(Map<String, Object> submitted) {
    Faults faults = new Faults();
    submitted.forEach(
        (name, value) -> {
          if (faults.check(
              labels.containsKey(name), name, Words.of("formFields.isNotAFieldOfThis"))) {
            faults.check(isEntered(value), name, Words.of("formFields.isNotWhatAFieldHolds"));
          }
        });
    faults.refuseIfAny();
  }

  /**
   * @throws Refused if a text holds what may not stand in its field, by whichever door it comes
   */
  void refuseUnseen(Map<String, Object> submitted) {
    Faults faults = new Faults();
    submitted.forEach(
        (name, value) -> {
          Object bare = value instanceof TypedValue typed ? typed.getValue() : value;
          if (bare instanceof String text) {
            parts.get(name).textFault(text).ifPresent(fault -> faults.add(name, fault));
          }
        });
    faults.refuseIfAny();
  }

  /** An object, a file or bytes are none. */
  private static boolean isEntered(Object value) {
    if (value instanceof SerializableValue || value instanceof FileValue) {
      return false;
    }
    Object bare = value instanceof TypedValue typed ? typed.getValue() : value;
    return bare == null
        || bare instanceof String
        || bare instanceof Number
        || bare instanceof Boolean
        || bare instanceof Date
        || bare instanceof TemporalAccessor;
  }

  /** The refusal in the words that the person reads on the form. */
  Refused inWords(Refused refused) {
    return refused.naming(this::inWords);
  }

  /**
   * The label of a field. Where several fields have the same one, that of the field they belong to
   * comes first ("OCC stage, as of"), or their number comes last ("Baseline 2").
   */
  private String inWords(String field) {
    String label = labels.getOrDefault(field, "");
    if (label.isEmpty()) {
      return field;
    }
    Collection<String> all = labels.values();
    if (Collections.frequency(all, label) == 1) {
      return label;
    }
    return labels.keySet().stream()
        .filter(other -> !other.equals(field) && field.startsWith(other))
        .max(Comparator.comparingInt(String::length))
        .map(owner -> labels.get(owner) + ", " + label.toLowerCase(Locale.ROOT))
        .orElse((label + " " + field.replaceFirst("^.*?(\\d*)$", "$1")).strip());
  }

  private void collect(FormPart part) {
    if (part.key() != null) {
      parts.put(part.key(), part);
      labels.put(
          part.key(), part.label().startsWith("=") ? "" : part.label().replaceFirst("[?]$", ""));
    }
    // Of a text view and of an HTML view; all other parts of a form show texts as they are.
    TOLD.matcher(part.text()).results().forEach(name -> told.add(name.group(1)));
    ADDRESS.matcher(part.text()).results().forEach(name -> addresses.add(name.group(1)));
  }
}
