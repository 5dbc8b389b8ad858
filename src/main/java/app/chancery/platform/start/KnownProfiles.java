package app.chancery.platform.start;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * A profile that is misspelt has no settings, and an office without them would run on the database
 * of the one that was meant.
 */
class KnownProfiles implements EnvironmentPostProcessor, Ordered {

  /** Those of offices that come with Chancery. */
  static final List<String> OF_OFFICES = List.of("local", "oidc", "postgres");

  /** That of commands, which none starts an office with. */
  static final String OF_COMMANDS = "rehearsal";

  private static final String ON_PROFILE = "spring.config.activate.on-profile";

  /** After the files of settings are read, and before anything is made of them. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    for (String profile : environment.getActiveProfiles()) {
      if (!OF_OFFICES.contains(profile)
          && !OF_COMMANDS.equals(profile)
          && !isGroup(environment, profile)
          && environment.getPropertySources().stream().noneMatch(each -> isOf(profile, each))) {
        throw new CannotStart(
            ("Chancery does not know the profile '%s': it knows %s, and each of your own for which a"
                    + " file application-NAME.yml has settings.")
                .formatted(profile, String.join(", ", OF_OFFICES)),
            "Correct the profile (SPRING_PROFILES_ACTIVE or --spring.profiles.active), or put its"
                + " file into the folder in which Chancery is started, and start again.");
      }
    }
  }

  private static boolean isGroup(ConfigurableEnvironment environment, String profile) {
    String group = "spring.profiles.group." + profile;
    return environment.containsProperty(group) || environment.containsProperty(group + "[0]");
  }

  /** Of its own file, by the name that Spring gives its settings, or of a part of another file. */
  private static boolean isOf(String profile, PropertySource<?> settings) {
    return Pattern.compile("-" + Pattern.quote(profile) + "\\.(properties|xml|ya?ml)]")
            .matcher(settings.getName())
            .find()
        || settings instanceof EnumerablePropertySource<?> some
            && Arrays.stream(some.getPropertyNames())
                .filter(name -> name.startsWith(ON_PROFILE))
                .flatMap(name -> Arrays.stream(names(some.getProperty(name))))
                .anyMatch(profile::equals);
  }

  private static String[] names(Object expression) {
    return String.valueOf(expression).split("[\\s!&|(),]+");
  }
}
