package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.chancery.ModelFiles;
import app.chancery.ModelFiles.FormFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one person wrote is text in another's form. */
class FormTextsTest {

  /** The parts of a form that read Markdown or HTML. */
  private static final Set<String> READ = Set.of("text", "html");

  /** The parts that show texts as they are. */
  private static final Set<String> PLAIN =
      Set.of(
          "checkbox",
          "datetime",
          "group",
          "number",
          "radio",
          "select",
          "separator",
          "table",
          "textarea",
          "textfield");

  static Stream<FormFile> forms() {
    return ModelFiles.forms().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everythingThatAFormTellsInMarkdownIsWrittenAsItWasTyped(FormFile form) {
    Set<String> told = FormFields.of(form.json()).told();

    for (JsonNode part : form.components()) {
      String type = part.path("type").asText();
      assertThat(READ.contains(type) || PLAIN.contains(type)).as(type).isTrue();
      if (READ.contains(type)) {
        String text = part.path("text").asText(part.path("content").asText());
        // A name and nothing else: an expression would get the text as it is written.
        for (String name : told) {
          text = text.replace("{{" + name + "}}", "");
        }
        assertThat(text).doesNotStartWith("=").doesNotContain("{{", "}}");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatIsWrittenForMarkdownIsReadByNothingElse(FormFile form) {
    FormFields fields = FormFields.of(form.json());

    assertThat(fields.told()).noneMatch(fields.labels()::containsKey);
    for (JsonNode part : form.components()) {
      for (String text : textsBesides(part)) {
        // Whether there is one at all is the same either way.
        String used = text.replaceAll("\\b\\w+ !?= null\\b", "");
        for (String name : fields.told()) {
          assertThat(used).doesNotContainPattern("\\b" + name + "\\b");
        }
      }
    }
  }

  /** Their labels are read as templates once more, so none of them is a person's text. */
  @ParameterizedTest
  @MethodSource("forms")
  void choicesThatAreShownAsButtonsAreOurOwnWords(FormFile form) {
    assertThat(form.components())
        .filteredOn(part -> part.path("type").asText().equals("radio"))
        .extracting(part -> part.path("valuesKey").asText(""))
        .isSubsetOf("", "fallBackOptions", "consultationActs");
  }

  @Test
  void theAddressOfALinkIsAPageOfThisOffice() throws Exception {
    FormFields form =
        FormFields.of(
            new ObjectMapper()
                .readTree(
                    """
                    {"components": [{"type": "text", "text": "[Read]({{page}}) of {{name}}"}]}
                    """));

    assertThat(form.shown("page", "/programmes/XR-2026/deliverables/7"))
        .isEqualTo("/programmes/XR-2026/deliverables/7");
    assertThat(form.shown("name", "/a-b")).isEqualTo("&#47;a&#45;b");
    for (String address :
        List.of("//elsewhere.example", "http://elsewhere.example", "javascript:x", "/a)![x](/b")) {
      assertThatThrownBy(() -> form.shown("page", address))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Property
  void noSignIsLeftThatMeansAnything(@ForAll @CharRange(from = ' ', to = '~') String text) {
    assertThat(AsTyped.written(text)).matches("([A-Za-z0-9 ]|&#\\d+;)*").doesNotStartWith(" ");
  }

  @Property
  void peopleReadWhatWasTyped(
      @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '\u2030') String text) {
    String line = text.lines().findFirst().orElse("");

    assertThat(Jsoup.parse("<pre>" + AsTyped.written(line) + "</pre>").wholeText()).isEqualTo(line);
  }

  @Test
  void linesStayLines() {
    assertThat(AsTyped.written("- one\n    two\n\n1. three"))
        .isEqualTo("&#45; one\n&#32;&#32;&#32;&#32;two\n\n1&#46; three");
  }

  /** All texts of a part but the one that is read as Markdown. */
  private static List<String> textsBesides(JsonNode part) {
    List<String> texts = new ArrayList<>();
    part.properties()
        .forEach(
            property -> {
              if (!Set.of("text", "content", "components").contains(property.getKey())) {
                computed(property.getKey(), property.getValue(), texts);
              }
            });
    return texts;
  }

  private static void computed(String name, JsonNode value, List<String> texts) {
    if (value.isTextual()) {
      String text = value.asText();
      if (text.startsWith("=") || text.contains("{{") || name.equals("valuesKey")) {
        texts.add(text);
      }
    }
    value.properties().forEach(each -> computed(each.getKey(), each.getValue(), texts));
    value.elements().forEachRemaining(each -> computed(name, each, texts));
  }
}
