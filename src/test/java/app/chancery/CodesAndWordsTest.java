package app.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import app.chancery.ModelFiles.FormFile;
import app.chancery.ModelFiles.ProcessFile;
import app.chancery.platform.people.Groups;
import app.chancery.platform.words.Coded;
import app.chancery.platform.words.Words;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.FileSystemResource;

/** Rule 14: what is stored, compared or sent is a code; what people read is a word. */
class CodesAndWordsTest {

  private static final Path SOURCES = Path.of("src/main");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'");
  private static final Pattern FORM_OF_A_WORD = Pattern.compile("Words\\.of\\(this, \"(\\w+)\"\\)");
  private static final Pattern NAME =
      Pattern.compile("(?<=\")[\\w.-]++(?=\")|(?<=')[\\w.-]++(?=')|(?<=#\\{)[\\w.-]++(?=[}(])");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static List<JavaClass> enums() {
    return OurClasses.main().stream().filter(JavaClass::isEnum).toList();
  }

  /** Every enum with codes. */
  static List<Class<?>> choices() {
    return enums().stream()
        .filter(each -> each.isAssignableTo(Coded.class))
        .<Class<?>>map(JavaClass::reflect)
        .toList();
  }

  @Test
  void everyChoiceHasCodes() {
    assertThat(
            enums().stream()
                .filter(each -> !each.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(each -> !each.isAssignableTo(Coded.class)))
        .as("enums that others can see, without codes")
        .isEmpty();
    assertThat(choices()).hasSizeGreaterThan(40);
  }

  /** Running programmes, stored packs and other people's programs hold them. */
  @Test
  void aCodeThatWasReleasedStays() throws IOException {
    assertThat(
            choices().stream()
                .flatMap(
                    type ->
                        constants(type)
                            .map(each -> name(type) + "." + each.name() + "=" + each.code())))
        .containsAll(Files.readAllLines(Path.of("src/test/resources/codes.txt")));
  }

  @Test
  void everyConstantHasAWordAndNoWordIsWithoutOne() throws IOException {
    Set<String> named = named(source());
    Set<String> replaced = wordsOfTheWebapps();
    Set<String> buttons =
        ModelFiles.forms().stream()
            .map(form -> "form.handIn." + form.id())
            .collect(Collectors.toSet());
    Set<String> needed = new TreeSet<>();
    for (JavaClass type : enums()) {
      if (type.isAssignableTo(Coded.class)) {
        Class<?> choice = type.reflect();
        constants(choice).map(Words::key).forEach(needed::add);
        forms(type)
            .forEach(
                form ->
                    constants(choice)
                        .map(each -> Words.key(each) + "." + form)
                        .forEach(needed::add));
      }
    }
    Set<String> further =
        Words.spoken().keySet().stream()
            .filter(key -> !needed.contains(key))
            .filter(key -> named.contains(key) || replaced.contains(key) || buttons.contains(key))
            .collect(Collectors.toSet());
    needed.addAll(further);
    Arrays.stream(Groups.class.getFields())
        .forEach(
            group ->
                needed.addAll(
                    Set.of(
                        "Function." + constant(group),
                        "Group." + constant(group),
                        "Group." + constant(group) + ".name")));

    assertThat(Words.spoken().keySet()).containsExactlyInAnyOrderElementsOf(needed);
    assertThat(choices().stream().flatMap(CodesAndWordsTest::constants).map(Words::key))
        .doesNotHaveDuplicates();
    assertThat(needed).isNotEmpty().allSatisfy(key -> assertThat(Words.of(key)).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("choices")
  void aChoiceIsKnownByItsCodeAndByItsWordAndByNoOther(Class<?> type) {
    assertThat(constants(type).map(Coded::code)).doesNotHaveDuplicates();
    assertThat(constants(type).map(each -> each.word().toLowerCase(Locale.ROOT)))
        .doesNotHaveDuplicates();
    constants(type)
        .forEach(
            each -> {
              assertThat(found(type, each.code())).isEqualTo(each);
              assertThat(found(type, each.word())).isEqualTo(each);
              assertThat(found(type, " " + each.word().toUpperCase(Locale.ROOT) + " "))
                  .isEqualTo(each);
              assertThat(found(type, each.code().toUpperCase(Locale.ROOT))).isEqualTo(each);
            });
    assertThat(found(type, "something else")).isNull();
  }

  @ParameterizedTest
  @MethodSource("choices")
  void inJsonAChoiceIsItsCode(Class<?> type) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (Coded each : constants(type).toList()) {
      String written = json.writeValueAsString(each);
      assertThat(written).isEqualTo('"' + each.code() + '"');
      assertThat(json.readValue(written, type)).isEqualTo(each);
    }
  }

  @Test
  void gatewaysCompareCodesAlone() {
    for (ProcessFile file : ModelFiles.processes()) {
      assertThat(
              file.all(ConditionExpression.class).stream()
                  .flatMap(each -> found(LITERAL, each.getTextContent())))
          .as("compared in %s", file.path())
          .isSubsetOf(codes());
    }
  }

  @Test
  void decisionTablesCompareCodesAlone() throws IOException {
    Set<String> known = new TreeSet<>(codes());
    known.addAll(regions());
    // The one item of the table of costs that is no cost.
    known.add("capacity");
    ModelFiles.processes().stream()
        .flatMap(file -> file.flowNodes().stream())
        .forEach(node -> known.add(node.getId()));
    ModelFiles.decisions()
        .forEach(
            file ->
                assertThat(
                        file.model().getModelElementsByType(InputEntry.class).stream()
                            .flatMap(each -> found(QUOTED, each.getTextContent())))
                    .as("compared in %s", file.path())
                    .isSubsetOf(known));
  }

  /** What a table says in a sentence is for people; a word for which there is a code is not. */
  @Test
  void decisionTablesAnswerWithCodesWhereThereAreCodes() {
    Set<String> words = wordsThatAreNoCodes();
    ModelFiles.decisions()
        .forEach(
            file ->
                assertThat(
                        file.model().getModelElementsByType(OutputEntry.class).stream()
                            .flatMap(each -> found(QUOTED, each.getTextContent()))
                            .map(each -> each.toLowerCase(Locale.ROOT)))
                    .as("answers of %s", file.path())
                    .doesNotContainAnyElementsOf(words));
  }

  @Test
  void formsSubmitAndCompareCodesAlone() throws IOException {
    Set<String> known = new TreeSet<>(codes());
    known.addAll(regions());
    known.addAll(List.of("true", "false", ""));
    for (FormFile form : ModelFiles.forms()) {
      for (JsonNode field : form.components()) {
        Stream<String> values =
            Stream.concat(
                stream(field.path("values")).map(each -> each.path("value").asText()),
                Stream.of(field.path("defaultValue").asText())
                    .filter(text -> field.has("values") && !text.isEmpty()));
        Stream<String> compared = found(QUOTED, field.path("conditional").path("hide").asText());
        assertThat(Stream.concat(values, compared))
            .as("values of %s in %s", field.path("key").asText(), form.path())
            .isSubsetOf(known);
      }
    }
  }

  private static Object constant(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<Coded> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Coded.class::cast);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object found(Class<?> type, String text) {
    return Coded.find((Class) type, text).orElse(null);
  }

  private static String name(Class<?> type) {
    return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
  }

  private static Set<String> codes() {
    return choices().stream()
        .flatMap(CodesAndWordsTest::constants)
        .map(Coded::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> wordsThatAreNoCodes() {
    Set<String> words =
        choices().stream()
            .flatMap(CodesAndWordsTest::constants)
            .map(each -> each.word().toLowerCase(Locale.ROOT))
            .filter(word -> !KEBAB.matcher(word).matches())
            .collect(Collectors.toCollection(TreeSet::new));
    words.removeAll(codes());
    return words;
  }

  private static Set<String> regions() throws IOException {
    String prefix = "chancery.regions.";
    return new YamlPropertySourceLoader()
        .load("application", new FileSystemResource("src/main/resources/application.yml")).stream()
            .flatMap(each -> Arrays.stream(((EnumerablePropertySource<?>) each).getPropertyNames()))
            .filter(each -> each.startsWith(prefix))
            .map(each -> each.substring(prefix.length()))
            .collect(Collectors.toSet());
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group(1));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return Stream.iterate(0, at -> at < array.size(), at -> at + 1).map(array::get);
  }

  private static List<String> forms(JavaClass type) throws IOException {
    Path file =
        SOURCES
            .resolve("java")
            .resolve(type.getPackageName().replace('.', '/'))
            .resolve(type.getSource().orElseThrow().getFileName().orElseThrow());
    return found(FORM_OF_A_WORD, Files.readString(file)).toList();
  }

  /** By what key each of the webapps' own words is replaced. */
  private static Set<String> wordsOfTheWebapps() throws IOException {
    Set<String> keys = new TreeSet<>();
    for (String webapp : List.of("tasklist", "cockpit", "admin", "welcome")) {
      try (InputStream words =
          CodesAndWordsTest.class.getResourceAsStream(
              "/META-INF/resources/webjars/camunda/app/" + webapp + "/locales/en.json")) {
        String text =
            new String(words.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        new ObjectMapper()
            .readTree(text)
            .path("labels")
            .fieldNames()
            .forEachRemaining(
                label -> {
                  keys.add("webapps.labels." + label);
                  if (webapp.equals("tasklist")) {
                    keys.add("webapps.ofTasklist." + label);
                  }
                });
      }
    }
    return keys;
  }

  /** What stands alone in quotes, or is asked for by a template. */
  private static Set<String> named(String source) {
    return NAME.matcher(source).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String source() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|html|js)"))
          .map(read())
          .collect(Collectors.joining("\n"));
    }
  }

  private static Function<Path, String> read() {
    return file -> {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    };
  }
}
