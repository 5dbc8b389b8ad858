package app.chancery.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word of a form that people read can be said in another language. */
class FormWordsTest {

  private static final Path BUNDLES = Path.of("src/main/resources");

  /** What programs read of a form. All other text is for people. */
  private static final Set<String> TECHNICAL =
      Set.of(
          "columns.key",
          "conditional.hide",
          "dataSource",
          "defaultValue",
          "id",
          "key",
          "layout.row",
          "properties.final",
          "type",
          "validate.pattern",
          "validate.validationType",
          "values.value",
          "valuesKey");

  static Stream<FormFile> forms() {
    return ModelFiles.forms().stream();
  }

  @AfterEach
  void speakAsUsual() {
    FormWords.speak(Locale.ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyTextThatPeopleReadOnAFormComesThroughTheBundle(FormFile form) {
    FormWords.speak(pseudo(FormWords.in(form.json())));

    List<String> read = read(FormWords.spoken().say(form.json()));

    assertThat(read).isNotEmpty().allMatch(text -> text.startsWith("\u00ab"));
    assertThat(read(form.json())).hasSameSizeAs(read).noneMatch(read::contains);
  }

  /** Otherwise one of the two could not be said. */
  @ParameterizedTest
  @MethodSource("forms")
  void everyTextHasAKeyOfItsOwn(FormFile form) {
    assertThat(FormWords.in(form.json())).hasSameSizeAs(read(form.json()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatAProgramReadsIsTheSameInEveryLanguage(FormFile form) {
    FormWords.speak(pseudo(FormWords.in(form.json())));

    assertThat(technical(FormWords.spoken().say(form.json()))).isEqualTo(technical(form.json()));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFormStaysAsItIsWrittenWhereThereIsNoBundle(FormFile form) {
    FormWords.speak(Locale.ENGLISH);

    assertThat(FormWords.spoken().say(form.json())).isEqualTo(form.json());
  }

  @Test
  void everyKeyOfEveryBundleIsOneOfAForm() throws IOException {
    Set<String> keys = new HashSet<>();
    forms().forEach(form -> keys.addAll(FormWords.in(form.json()).keySet()));

    assertThat(keys)
        .contains(
            "decide-review.select_decision.label",
            "decide-review.table_status.columns.colour.label",
            "start-programme.textfield_candidate.validate.patternErrorMessage")
        .doesNotContain("decide-review.select_decision.value");
    for (Path bundle : bundles()) {
      Properties words = new Properties();
      try (Reader file = Files.newBufferedReader(bundle)) {
        words.load(file);
      }
      assertThat(words.stringPropertyNames()).as(bundle.toString()).isSubsetOf(keys);
    }
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(file -> file.getFileName().toString().startsWith("forms_")).toList();
    }
  }

  /** Another language, in which every text is a new one. */
  private static ResourceBundle pseudo(Map<String, String> words) {
    return new ResourceBundle() {
      @Override
      protected Object handleGetObject(String key) {
        return words.containsKey(key) ? "\u00ab" + key + "\u00bb" : null;
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(words.keySet());
      }
    };
  }

  private static List<String> read(JsonNode form) {
    List<String> texts = new ArrayList<>();
    collect("", form.path("components"), false, texts);
    return texts;
  }

  private static List<String> technical(JsonNode form) {
    List<String> texts = new ArrayList<>();
    collect("", form.path("components"), true, texts);
    return texts;
  }

  private static void collect(String name, JsonNode value, boolean technical, List<String> texts) {
    if (value.isTextual() && !value.asText().isBlank() && TECHNICAL.contains(name) == technical) {
      texts.add(value.asText());
    }
    value
        .elements()
        .forEachRemaining(
            each -> {
              if (value.isArray()) {
                collect(name, each, technical, texts);
              }
            });
    value
        .properties()
        .forEach(
            each ->
                collect(
                    Set.of(
                                "columns",
                                "conditional",
                                "layout",
                                "validate",
                                "values",
                                "appearance",
                                "properties")
                            .contains(name)
                        ? name + "." + each.getKey()
                        : each.getKey(),
                    each.getValue(),
                    technical,
                    texts));
  }
}
