package app.chancery.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** A setting that is misspelt is refused, and none that there is. */
class KnownSettingsTest {

  /** Not a package, a folder or what a file is called at its end. */
  private static final Pattern SETTING =
      Pattern.compile("(?<![\\w./@]|\\w-)chancery\\.[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*");

  private static final Pattern GIVEN = Pattern.compile("(?<=\"--)chancery\\.[^=\"]+(?==)");

  /** Of {@code CHANCERY_OIDC_…} the rest is not told. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?<![\\w-])CHANCERY_[A-Z0-9_]*[A-Z0-9](?![A-Z0-9_…])");

  private static final Set<String> OF_THE_BENCHMARK = Set.of("CHANCERY_H2", "CHANCERY_UNTOLD");

  /** Files and the host of examples, which are called alike. */
  private static final Pattern NO_SETTING =
      Pattern.compile("chancery\\.(jar|log|keys|audit|mv\\.db|cdx\\.json|example\\.org)");

  @ParameterizedTest
  @CsvSource({
    "CHANCERY_TRUSTED_PROXY, CHANCERY_TRUSTED_PROXIES",
    "CHANCERY_AUDIT_ANCHOR, CHANCERY_AUDIT_ANCHORS",
    "CHANCERY_HISTORY_KEEPFOR, CHANCERY_HISTORY_KEPTFOR",
    "CHANCERY_SECRECY_KEY, CHANCERY_SECRECY_KEYS",
    "chancery_public_uri, CHANCERY_PUBLIC_URL",
  })
  void aVariableThatIsNoneIsRefusedWithTheNearest(String misspelt, String nearest) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> startWithVariable(misspelt))
        .withMessage(
            "Chancery has no setting '%s'; the nearest one is '%s'.".formatted(misspelt, nearest));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chancery.history.keptt-for",
        "chancery.regoins.africa",
        "chancery.oversight.risk-bands[4].wrod",
        "Chancery.audit.anchor"
      })
  void aPropertyThatIsNoneIsRefused(String misspelt) {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> startWithProperty(misspelt))
        .withMessageStartingWith("Chancery has no setting '" + misspelt + "'; the nearest one is ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CHANCERY_PUBLICURL",
        "CHANCERY_PUBLIC_URL",
        "CHANCERY_OIDC_CLIENT_ID",
        "CHANCERY_SECRECY_KEYS_0_",
        "CHANCERY_SECRECY_KEYS_1",
        "CHANCERY_OVERSIGHT_RISKBANDS_4_WORD",
        "CHANCERY_REGIONS_AFRICA",
        "CHANCERY_SERVICE_HOST",
        "CHANCERY_SERVICE_PORT_HTTP",
        "CHANCERY_PORT",
        "CHANCERY_PORT_8080_TCP_ADDR",
        "CHANCERY_DB_PORT_5432_TCP",
        "CHANCERYX",
        "PATH"
      })
  void variablesThatThereAreAreTaken(String name) {
    assertThatCode(() -> startWithVariable(name)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chancery.history.kept-for",
        "chancery.history.keptFor",
        "chancery.secrecy.keys[0]",
        "chancery.requests.body-of[/own]",
        "chancery.regions.africa",
        "spring.datasource.url"
      })
  void propertiesThatThereAreAreTaken(String name) {
    assertThatCode(() -> startWithProperty(name)).doesNotThrowAnyException();
  }

  /** Each is in the files that come with Chancery; otherwise it would be taken for misspelt. */
  @Test
  void everySettingOfTheCodeIsInTheFiles() {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.setEnvironment(environmentWithAllProfiles());
    scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> types =
        scan.findCandidateComponents("app.chancery").stream()
            .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
            .toList();
    TreeSet<String> missing = new TreeSet<>();
    TreeSet<String> ownNames = new TreeSet<>();

    for (Class<?> type : types) {
      String prefix = type.getAnnotation(ConfigurationProperties.class).value();
      if (type.isRecord() && prefix.startsWith("chancery")) {
        settings(prefix, type, missing, ownNames);
      }
    }

    assertThat(types).hasSizeGreaterThan(30);
    assertThat(missing).isEmpty();
    assertThat(KnownSettings.WITH_OWN_NAMES).containsExactlyElementsOf(ownNames);
  }

  @Test
  void whatOnlyTheComposeFileReadsIsNamed() throws IOException {
    assertThat(
            Pattern.compile("\\$\\{(CHANCERY_[A-Z_]+)")
                .matcher(Files.readString(Path.of("docker-compose.yml")))
                .results()
                .map(MatchResult::toString)
                .map(found -> found.substring(2))
                .filter(name -> !isTaken(name))
                .collect(Collectors.toSet()))
        .isEmpty();
    assertThat(KnownSettings.OF_COMPOSE)
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(Files.readString(Path.of("docker-compose.yml"))).contains("${" + name));
  }

  /** Who does what a page says and is refused has lost the page's word for all else. */
  @ParameterizedTest
  @MethodSource("pages")
  void everySettingThatAPageNamesIsOne(Path page) throws IOException {
    String text = Files.readString(page);

    assertThat(found(SETTING, text))
        .filteredOn(name -> !NO_SETTING.matcher(name).matches() && !isOneOrAGroup(name))
        .isEmpty();
    assertThat(found(VARIABLE, text))
        .filteredOn(name -> !OF_THE_BENCHMARK.contains(name) && !isTaken(name))
        .isEmpty();
  }

  /** No test starts the offices of the benchmarks. */
  @Test
  void everySettingOfABenchmarkIsOne() throws IOException {
    Path tests = Path.of("src/test/java/app/chancery");
    Set<String> given = new TreeSet<>();
    try (Stream<Path> benchmarks = Files.walk(tests.resolve("bench"))) {
      for (Path file :
          Stream.concat(
                  benchmarks.filter(Files::isRegularFile),
                  Stream.of(tests.resolve("WatchedConnections.java")))
              .toList()) {
        given.addAll(found(GIVEN, Files.readString(file)));
      }
    }

    assertThat(given).contains("chancery.engine.fast").allMatch(KnownSettingsTest::isOneOrAGroup);
  }

  @Test
  void settingsOfPagesAreFound() {
    assertThat(found(SETTING, "`chancery.requests.file-form`, app.chancery.desk, --chancery.x=1 "))
        .containsExactly("chancery.requests.file-form", "chancery.x");
    assertThat(isOneOrAGroup("chancery.requests.file-form")).isFalse();
    assertThat(isOneOrAGroup("chancery.requests")).isTrue();
    assertThat(found(VARIABLE, "`CHANCERY_PUBLIC_URI`, `CHANCERY_OIDC_…`, X-CHANCERY-CSRF"))
        .containsExactly("CHANCERY_PUBLIC_URI");
  }

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("docker-compose.yml")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  private static Set<String> found(Pattern kind, String text) {
    return kind.matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOneOrAGroup(String name) {
    return Stream.concat(KnownSettings.all().stream(), KnownSettings.WITH_OWN_NAMES.stream())
            .anyMatch(each -> each.equals(name) || each.startsWith(name + "."))
        || KnownSettings.WITH_OWN_NAMES.stream().anyMatch(each -> name.startsWith(each + "."));
  }

  private static void settings(
      String prefix, Class<?> type, TreeSet<String> missing, TreeSet<String> ownNames) {
    for (RecordComponent part : type.getRecordComponents()) {
      String name = prefix + "." + dashed(part.getName());
      Class<?> held = held(part);
      if (Map.class.isAssignableFrom(part.getType())) {
        Type key = ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
        if (key instanceof Class<?> choice && choice.isEnum()) {
          Stream.of(choice.getEnumConstants())
              .map(each -> name + "." + each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .filter(each -> !KnownSettings.all().contains(each))
              .forEach(missing::add);
        } else {
          ownNames.add(name);
        }
      } else if (held.isRecord()
          && !ApplicationConversionService.getSharedInstance()
              .canConvert(TypeDescriptor.valueOf(String.class), TypeDescriptor.valueOf(held))) {
        settings(name, held, missing, ownNames);
      } else if (!KnownSettings.all().contains(name)) {
        missing.add(name);
      }
    }
  }

  /** Of a list what is in it. */
  private static Class<?> held(RecordComponent part) {
    return part.getGenericType() instanceof ParameterizedType generic
            && generic.getActualTypeArguments()[0] instanceof Class<?> element
        ? element
        : part.getType();
  }

  private static String dashed(String name) {
    return ConfigurationPropertyName.of(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .toString();
  }

  private static StandardEnvironment environmentWithAllProfiles() {
    StandardEnvironment environment = new StandardEnvironment();
    environment.setActiveProfiles(KnownProfiles.OF_OFFICES.toArray(String[]::new));
    return environment;
  }

  private static boolean isTaken(String variable) {
    try {
      startWithVariable(variable);
      return true;
    } catch (CannotStart e) {
      return false;
    }
  }

  private static void startWithVariable(String name) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "x")));
    new KnownSettings().postProcessEnvironment(environment, new SpringApplication());
  }

  private static void startWithProperty(String name) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("commandLineArgs", Map.of(name, "x")));
    new KnownSettings().postProcessEnvironment(environment, new SpringApplication());
  }
}
