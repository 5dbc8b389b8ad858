package app.chancery.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles;
import app.chancery.platform.words.ModelWords;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every name of a model that people read can be said in another language. */
class ModelNamesTest {

  private static final Path BUNDLES = Path.of("src/main/resources");

  static Stream<BpmnModelInstance> models() {
    return ModelFiles.models().stream();
  }

  @AfterEach
  void speakAsUsual() {
    ModelWords.speak(bundle(Map.of()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyNameOfAModelIsSaidByTheBundle(BpmnModelInstance model) {
    Map<String, String> words = new HashMap<>();
    named(model).forEach(name -> words.put(name.key(), "«" + name.key() + "»"));
    ModelWords.speak(bundle(words));

    assertThat(named(model))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name.called()).isEqualTo("«" + name.key() + "»"));
  }

  /** So that Cockpit, which draws the model itself, and the desk say the same in English. */
  @ParameterizedTest
  @MethodSource("models")
  void aNameStaysAsItIsWrittenWhereThereIsNoBundle(BpmnModelInstance model) {
    assertThat(named(model))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(name.called()).isEqualTo(name.written()));
  }

  @Test
  void everyKeyOfEveryBundleIsOneOfAModel() throws IOException {
    List<String> keys = models().flatMap(model -> named(model).stream()).map(Name::key).toList();

    assertThat(keys).doesNotHaveDuplicates().contains("hold-review.userTask_decideReview");
    try (Stream<Path> files = Files.list(BUNDLES)) {
      for (Path bundle :
          files.filter(file -> file.getFileName().toString().startsWith("models_")).toList()) {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(bundle)) {
          words.load(file);
        }
        assertThat(words.stringPropertyNames())
            .as(bundle.toString())
            .isSubsetOf(Stream.concat(keys.stream(), models().map(ModelNamesTest::id)).toList());
      }
    }
  }

  private record Name(String key, String written, String called) {}

  private static Collection<Name> named(BpmnModelInstance model) {
    String process = id(model) + ".";
    return Stream.concat(
            model.getModelElementsByType(FlowElement.class).stream()
                .filter(element -> element.getName() != null)
                .map(
                    element ->
                        new Name(
                            process + element.getId(), element.getName(), ModelNames.of(element))),
            model.getModelElementsByType(TextAnnotation.class).stream()
                .map(
                    note ->
                        new Name(
                            process + note.getId(),
                            note.getText().getTextContent(),
                            ModelNames.of(note))))
        .toList();
  }

  private static String id(BpmnModelInstance model) {
    return model.getModelElementsByType(Process.class).iterator().next().getId();
  }

  private static ResourceBundle bundle(Map<String, String> words) {
    return new ListResourceBundle() {
      @Override
      protected Object[][] getContents() {
        return words.entrySet().stream()
            .map(word -> new Object[] {word.getKey(), word.getValue()})
            .toArray(Object[][]::new);
      }
    };
  }
}
