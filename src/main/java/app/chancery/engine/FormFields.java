package app.chancery.engine;

import app.chancery.refusal.Faults;
import app.chancery.refusal.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The fields of a form: which there are, and what people call them.
 *
 * @param labels the label of each field by its name; empty if it has none or one that is computed
 */
record FormFields(Map<String, String> labels) {

  /** Of a form that is not known. */
  static final FormFields NONE = new FormFields(Map.of());

  static FormFields of(JsonNode form) {
    Map<String, String> labels = new LinkedHashMap<>();
    collect(form.path("components"), labels);
    return new FormFields(labels);
  }

  /**
   * @throws Refused if something is submitted that the form does not ask for, or that nobody can
   *     enter in a field
   */
  void refuseForeign(Map<String, Object> submitted) {
    Faults faults = new Faults();
    submitted.forEach(
        (name, value) -> {
          if (faults.check(labels.containsKey(name), name, "is not a field of this form")) {
            faults.check(isEntered(value), name, "is not what a field holds");
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

  private static void collect(JsonNode components, Map<String, String> labels) {
    for (JsonNode component : components) {
      if (component.hasNonNull("key")) {
        String label = component.path("label").asText(component.path("dateLabel").asText(""));
        labels.put(
            component.get("key").asText(),
            label.startsWith("=") ? "" : label.replaceFirst("[?]$", ""));
      }
      collect(component.path("components"), labels);
    }
  }
}
