package app.chancery.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/**
 * A setting that is misspelt would be none, and the office would work with what it has by itself:
 * no anchors of the audit, history that is kept for other years. All settings stand in the files of
 * settings that come with Chancery. Properties of the JVM are not looked at.
 */
class KnownSettings implements EnvironmentPostProcessor, Ordered {

  /** Below these the names are anybody's own. */
  static final List<String> WITH_OWN_NAMES =
      List.of(
          "chancery.files.types",
          "chancery.indicators.steps",
          "chancery.regions",
          "chancery.requests.body-of",
          "chancery.requests.file-pages",
          "chancery.requests.several",
          "chancery.stakeholders.regional-blocs");

  /** Of docker-compose.yml, which makes others of them. */
  static final Set<String> OF_COMPOSE = Set.of("CHANCERY_DB_PASSWORD", "CHANCERY_PROFILES");

  /**
   * What Kubernetes puts into every container for a service whose name begins with {@code chancery}
   * (kubernetes.io, Service: environment variables).
   */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile(
          "CHANCERY(_[A-Z0-9_]+)?_(SERVICE_(HOST|PORT(_[A-Z0-9_]+)?)"
              + "|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

  private static final String OURS = "chancery.";
  private static final String OUR_VARIABLES = "CHANCERY_";

  /** After the files of settings are read, and {@link DatabaseNamed}. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 3;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    for (PropertySource<?> settings : environment.getPropertySources()) {
      if (settings instanceof EnumerablePropertySource<?> some && !isOfJvmOrOurs(some)) {
        refuseUnknown(some);
      }
    }
  }

  private static void refuseUnknown(EnumerablePropertySource<?> settings) {
    boolean areVariables = settings instanceof SystemEnvironmentPropertySource;
    String ours = areVariables ? OUR_VARIABLES : OURS;
    List<String> given =
        Stream.of(settings.getPropertyNames())
            .filter(name -> name.regionMatches(true, 0, ours, 0, ours.length()))
            .toList();
    // Most starts are given nothing, and need not read the files once more.
    Set<String> known = given.isEmpty() ? Set.of() : all();
    for (String name : given) {
      if (areVariables ? !isKnownVariable(name, known) : !isKnown(name, known)) {
        throw unknown(name, areVariables, known);
      }
    }
  }

  private static boolean isOfJvmOrOurs(PropertySource<?> settings) {
    return settings.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)
        || settings.getName().contains("class path resource");
  }

  /** Those of all profiles, such as {@code chancery.sign-on.feeds.reads}. */
  static Set<String> all() {
    YamlPropertySourceLoader yaml = new YamlPropertySourceLoader();
    Set<String> names = new TreeSet<>();
    Stream.concat(
            Stream.of("application.yml"),
            Stream.concat(KnownProfiles.OF_OFFICES.stream(), Stream.of(KnownProfiles.OF_COMMANDS))
                .map("application-%s.yml"::formatted))
        .map(ClassPathResource::new)
        .filter(ClassPathResource::exists)
        .forEach(
            file -> {
              try {
                yaml.load(file.getPath(), file).stream()
                    .flatMap(
                        part -> Stream.of(((EnumerablePropertySource<?>) part).getPropertyNames()))
                    .map(KnownSettings::withoutPlaces)
                    .filter(name -> name.startsWith(OURS))
                    .forEach(names::add);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return names;
  }

  /** Of {@code keys[0]} and {@code body-of[/login]} what is in front. */
  private static String withoutPlaces(String name) {
    return name.replaceAll("\\[[^]]*]", "");
  }

  private static boolean isKnown(String name, Set<String> known) {
    String plain = plain(withoutPlaces(name));
    return known.stream().anyMatch(each -> plain(each).equals(plain))
        || WITH_OWN_NAMES.stream().anyMatch(each -> plain.startsWith(plain(each) + "."));
  }

  private static boolean isKnownVariable(String name, Set<String> known) {
    String plain = name.toUpperCase(Locale.ROOT).replaceAll("_\\d+_?(?=_|$)", "");
    return OF_COMPOSE.contains(plain)
        || OF_KUBERNETES.matcher(name).matches()
        || known.stream()
            .anyMatch(each -> variable(each).equals(plain) || longVariable(each).equals(plain))
        || WITH_OWN_NAMES.stream().anyMatch(each -> plain.startsWith(variable(each) + "_"));
  }

  /** As Spring compares them: {@code keptFor}, {@code kept-for} and {@code kept_for} are one. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /** As what a setting stands in the environment. */
  static String variable(String name) {
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /** Spring takes these too. */
  private static String longVariable(String name) {
    return name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private static CannotStart unknown(String name, boolean isVariable, Set<String> known) {
    String nearest =
        known.stream()
            .flatMap(
                each ->
                    isVariable ? Stream.of(variable(each), longVariable(each)) : Stream.of(each))
            .min(
                Comparator.comparingInt(
                    each -> apart(each.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT))))
            .orElseThrow();
    return new CannotStart(
        "Chancery has no setting '%s'; the nearest one is '%s'.".formatted(name, nearest),
        "Correct it, or take it away, and start again.");
  }

  /** In how many places two names differ at least: a letter more, less or another one. */
  private static int apart(String one, String other) {
    int[] before = new int[other.length() + 1];
    for (int to = 0; to <= other.length(); to++) {
      before[to] = to;
    }
    for (int from = 1; from <= one.length(); from++) {
      int[] now = new int[other.length() + 1];
      now[0] = from;
      for (int to = 1; to <= other.length(); to++) {
        int changed = before[to - 1] + (one.charAt(from - 1) == other.charAt(to - 1) ? 0 : 1);
        now[to] = Math.min(changed, Math.min(before[to], now[to - 1]) + 1);
      }
      before = now;
    }
    return before[other.length()];
  }
}
