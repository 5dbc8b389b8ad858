package app.chancery.platform.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The words of the forms. A form's file has them in English; those of another language stand in
 * {@code forms_<language>.properties}, each by the form, the part and the attribute: {@code
 * decide-review.select_decision.label}, {@code
 * decide-review.select_decision.values.continue.label}, {@code
 * decide-review.table_status.columns.colour.label}.
 */
public final class FormWords {

  private static volatile FormWords spoken = new FormWords(key -> null);

  /** The attributes of a part, and of an option or a column of it, that people read. */
  private static final List<String> READ =
      List.of("label", "description", "text", "content", "alt", "dateLabel", "timeLabel", "title");

  /** The same of what is one level deeper. */
  private static final Map<String, List<String>> READ_WITHIN =
      Map.of(
          "validate", List.of("patternErrorMessage"),
          // On the desk: what the columns of a line are called, and what a choice is warned of.
          "properties", List.of("lines", "hint", "warning"),
          "appearance", List.of("prefixAdorner", "suffixAdorner"));

  /** The lists of a part whose entries are read, and by what an entry is known. */
  private static final Map<String, String> ENTRIES = Map.of("values", "value", "columns", "key");

  private final UnaryOperator<String> words;

  private FormWords(UnaryOperator<String> words) {
    this.words = words;
  }

  /** Speaks a language from now on; a form stays as it is written if there is no bundle of it. */
  static void speak(Locale language) {
    spoken = new FormWords(SparseWords.of("forms", language));
  }

  /** Takes the words of a bundle from now on; what it does not have stays as it is written. */
  public static void speak(ResourceBundle bundle) {
    spoken = new FormWords(SparseWords.of(bundle));
  }

  /** The words in use. */
  public static FormWords spoken() {
    return spoken;
  }

  /** Every text of a form that people read, by its key. */
  public static Map<String, String> in(JsonNode form) {
    Map<String, String> found = new LinkedHashMap<>();
    eachText(form, (key, place) -> found.put(key, place.part().get(place.attribute()).asText()));
    return found;
  }

  /** A copy of the form in these words. */
  public ObjectNode say(JsonNode form) {
    ObjectNode said = form.deepCopy();
    eachText(
        said,
        (key, place) -> {
          String word = words.apply(key);
          if (word != null) {
            place.part().put(place.attribute(), word);
          }
        });
    return said;
  }

  private record Place(ObjectNode part, String attribute) {}

  private static void eachText(JsonNode form, BiConsumer<String, Place> visit) {
    parts(form.path("components"), form.path("id").asText() + ".", visit);
  }

  private static void parts(JsonNode parts, String form, BiConsumer<String, Place> visit) {
    for (JsonNode part : parts) {
      String key = form + part.path("id").asText() + ".";
      texts(part, READ, key, visit);
      READ_WITHIN.forEach(
          (inner, attributes) -> texts(part.path(inner), attributes, key + inner + ".", visit));
      ENTRIES.forEach(
          (list, known) -> {
            for (JsonNode entry : part.path(list)) {
              texts(entry, READ, key + list + "." + entry.path(known).asText() + ".", visit);
            }
          });
      parts(part.path("components"), form, visit);
    }
  }

  private static void texts(
      JsonNode part, List<String> attributes, String key, BiConsumer<String, Place> visit) {
    for (String attribute : attributes) {
      if (part.path(attribute).isTextual() && !part.path(attribute).asText().isBlank()) {
        visit.accept(key + attribute, new Place((ObjectNode) part, attribute));
      }
    }
  }
}
