package app.chancery.platform.forms;

import app.chancery.platform.words.FormWords;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Gives back what somebody has typed who is not logged in any more, so that no form can be asked
 * for. What a field is called is found in all forms that there are, by its name.
 */
@Component
public class TypedTexts {

  private static final String FORMS = "classpath*:processes/**/*.form";

  /** What our pages send besides what a person has typed. */
  private static final Set<String> OF_PAGES =
      Set.of(
          "reader",
          "once",
          "back",
          "look",
          "discard",
          "bring-back",
          "wanted",
          "take-over",
          "task",
          "to",
          "from",
          "of",
          "entry",
          "seen");

  private final ResourcePatternResolver files;
  private final ObjectMapper json;

  private volatile Map<String, List<FormPart>> fields;

  TypedTexts(ResourcePatternResolver files, ObjectMapper json) {
    this.files = files;
    this.json = json;
  }

  /**
   * What is not blank, by what its field is called; by its name where no form has it.
   *
   * @param sent as a browser sends it
   */
  public Map<String, String> of(Map<String, String[]> sent) {
    Map<String, String> texts = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          List<FormPart> known = fields().getOrDefault(name, List.of());
          for (String text : values) {
            if (!text.isBlank() && isTyped(name, known)) {
              texts.merge(called(name, known), text, (one, other) -> one + "\n" + other);
            }
          }
        });
    return texts;
  }

  private static boolean isTyped(String name, List<FormPart> known) {
    return known.isEmpty()
        ? !OF_PAGES.contains(name)
            && !name.startsWith("_")
            && !name.toLowerCase(Locale.ROOT).contains("password")
        : known.stream().anyMatch(field -> !field.isChoice() && !field.isTickBox());
  }

  private static String called(String name, List<FormPart> known) {
    String labels =
        known.stream()
            .map(FormPart::label)
            .filter(label -> !label.isBlank() && !label.startsWith("="))
            .distinct()
            .sorted()
            .collect(Collectors.joining(" / "));
    return labels.isEmpty() ? name : labels;
  }

  private Map<String, List<FormPart>> fields() {
    if (fields == null) {
      fields = read();
    }
    return fields;
  }

  private Map<String, List<FormPart>> read() {
    Map<String, List<FormPart>> read = new LinkedHashMap<>();
    try {
      for (Resource file : files.getResources(FORMS)) {
        try (InputStream form = file.getInputStream()) {
          ObjectNode said = FormWords.spoken().say(json.readTree(form));
          FormDefinition.of(said)
              .fields()
              .forEach(
                  field ->
                      read.computeIfAbsent(field.key(), first -> new ArrayList<>()).add(field));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The forms cannot be read", e);
    }
    return read;
  }
}
