package app.chancery.platform.forms;

import app.chancery.platform.words.FormWords;
import app.chancery.platform.words.Words;
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
import java.util.Optional;
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
          "seen",
          "receipt",
          "decided",
          "version",
          "unread",
          "newest",
          "saved",
          "tried",
          "holder",
          "file",
          "tooLarge",
          "nevertheless",
          "before",
          "after");

  private final ResourcePatternResolver files;
  private final ObjectMapper json;

  private volatile Map<String, List<FormPart>> fields;

  TypedTexts(ResourcePatternResolver files, ObjectMapper json) {
    this.files = files;
    this.json = json;
  }

  /**
   * What is not blank, by what its field is called; by its name where nothing of ours has it.
   *
   * @param path that it was sent to
   * @param sent as a browser sends it
   */
  public Map<String, String> of(String path, Map<String, String[]> sent) {
    Map<String, String> texts = new LinkedHashMap<>();
    sent.forEach(
        (name, values) -> {
          for (String text : values) {
            if (!text.isBlank() && isTyped(path, name)) {
              texts.merge(called(path, name), text, (one, other) -> one + "\n" + other);
            }
          }
        });
    return texts;
  }

  private boolean isTyped(String path, String name) {
    if (PageFields.key(path, name).isPresent()) {
      return true;
    }
    List<FormPart> known = known(name);
    return known.isEmpty()
        ? !isOfPage(name) && !name.toLowerCase(Locale.ROOT).contains("password")
        : known.stream().anyMatch(field -> !field.isChoice() && !field.isTickBox());
  }

  private static boolean isOfPage(String name) {
    return OF_PAGES.contains(name) || name.startsWith("_");
  }

  /**
   * What people call a field of a page, by the label that they saw; the name itself of what no page
   * has.
   *
   * @param path that it was sent to
   */
  public String called(String path, String name) {
    return PageFields.key(path, name)
        .map(Words::of)
        .or(() -> label(known(name)))
        .or(() -> PageFields.ofLists(name).map(Words::of))
        .orElseGet(() -> isOfPage(name) ? Words.of("parameter.ofPage.name") : name);
  }

  private static Optional<String> label(List<FormPart> known) {
    return Optional.of(
            known.stream()
                .map(FormPart::label)
                .filter(label -> !label.isBlank() && !label.startsWith("="))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" / ")))
        .filter(labels -> !labels.isEmpty());
  }

  private List<FormPart> known(String name) {
    return fields().getOrDefault(name, List.of());
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
